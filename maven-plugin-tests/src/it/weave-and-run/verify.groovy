import java.nio.charset.StandardCharsets
import java.nio.file.Files

String log = Files.readString(basedir.toPath().resolve('build.log'))
assert log.contains('2 of 2 classes woven')
assert log.contains('2 classes, nothing has changed')
assert log.indexOf('2 of 2 classes woven') < log.indexOf('nothing has changed')

File classes = new File(basedir, 'target/classes')
assert new String(new File(classes, 'com/acme/Main.class').bytes, StandardCharsets.ISO_8859_1).contains('$weft')
assert !new String(new File(basedir, 'target/weft/main/unwoven/com/acme/Main.class').bytes, StandardCharsets.ISO_8859_1).contains('$weft')

def artifact = { String id ->
    File jar = new File(localRepositoryPath, 'dev/weft/' + id).listFiles().findAll { it.directory }
            .collectMany { it.listFiles().toList() }.find { it.name.startsWith(id) && it.name.endsWith('.jar') }
    assert jar != null
    jar
}
def run = { List<String> options, File program ->
    String path = program.path + File.pathSeparator + artifact('weft-runtime').path
    def java = System.getProperty('java.home') + '/bin/java'
    Process process = new ProcessBuilder([java] + options + ['-cp', path, 'com.acme.Main'])
            .redirectErrorStream(true).start()
    String out = process.inputStream.text
    assert process.waitFor() == 0: out
    out
}
String agent = '-javaagent:' + artifact('weft-agent').path + '=verbose'
assert run([], classes).trim() == 'sum=55'
String both = run([agent], classes)
assert both.contains('sum=55') && !both.contains('wove')
String agentOnly = run([agent], new File(basedir, 'target/weft/main/unwoven'))
assert agentOnly.contains('sum=55') && agentOnly.contains('wove com.acme.Main')

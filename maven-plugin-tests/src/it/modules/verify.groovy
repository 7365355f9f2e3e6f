String log = new File(basedir, 'build.log').text
// the parent and a module without classes have nothing to report, and pass
assert log.contains('Building modules 1')
assert log.contains('Building empty 1')
assert log.count('Weft: 0 pinned, accepted') == 11
assert log.contains('Main.class: has methods to weave, but the class path has no Weft runtime;')
assert log.contains('add the dependency dev.weft:weft-runtime')

File runtime = new File(localRepositoryPath, 'dev/weft/weft-runtime').listFiles().findAll { it.directory }
        .collectMany { it.listFiles().toList() }.find { it.name.startsWith('weft-runtime') && it.name.endsWith('.jar') }
def path = [runtime.path] + ['library', 'application'].collect { new File(basedir, it + '/target/classes').path }
Process process = new ProcessBuilder(System.getProperty('java.home') + '/bin/java', '-cp',
        path.join(File.pathSeparator), 'com.acme.application.Main').redirectErrorStream(true).start()
String out = process.inputStream.text
assert process.waitFor() == 0: out
assert out.trim() == 'FiberThread 42'

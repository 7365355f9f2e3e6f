String declared = new File(basedir, 'target/classes/META-INF/weft/suspendables').text
assert declared.contains('com.acme.Main#take\n')
assert declared.contains('com.acme.Main#main\n')
assert !declared.contains('twice')

String report = new File(basedir, 'target/weft/main-report.tsv').text
assert report.contains('take(')
assert !report.contains('twice(')

File jar = new File(localRepositoryPath, 'dev/weft/weft-runtime').listFiles().findAll { it.directory }
        .collectMany { it.listFiles().toList() }.find { it.name.startsWith('weft-runtime') && it.name.endsWith('.jar') }
String path = new File(basedir, 'target/classes').path + File.pathSeparator + jar.path
Process process = new ProcessBuilder([System.getProperty('java.home') + '/bin/java', '-cp', path, 'com.acme.Main'])
        .redirectErrorStream(true).start()
assert process.inputStream.text.trim() == 'taken=42'

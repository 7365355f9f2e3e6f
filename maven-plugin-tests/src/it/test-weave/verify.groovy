String log = new File(basedir, 'build.log').text
assert log.contains('Weft: no classes in')
assert log.contains('1 of 1 classes woven, 2 methods')
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')

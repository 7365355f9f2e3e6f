String log = new File(basedir, 'build.log').text
assert log.contains('1 pinned: the method is synchronized')
assert log.contains('1 pinned, accepted')
assert log.contains('Weft: 1 pinned, more than maxPins=0')
assert log.contains('pinned: com.acme.Counter.next()I')
assert log.contains('Weft: 1 pinned for [SYNCHRONIZED_METHOD]')
assert log.contains('failOn names the unknown reason SYNCHRONISED')

# Echo server on gevent's patched sockets, one greenlet for each connection. Prints its port.
from gevent import monkey

monkey.patch_all()

import socket

import gevent


def echo(connection):
    with connection:
        while True:
            data = connection.recv(1024)
            if not data:
                return
            connection.sendall(data)


server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(1000)
print(server.getsockname()[1], flush=True)
while True:
    accepted, _ = server.accept()
    gevent.spawn(echo, accepted)

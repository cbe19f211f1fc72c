"""Takes connections and never says a word: a Lesser instance that hangs.

    silent.py HOST PORT
"""

import socket
import sys

host, port = sys.argv[1:]
taken = []
with socket.create_server((host, int(port))) as server:
    while True:
        taken.append(server.accept())

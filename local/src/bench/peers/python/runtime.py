"""Asks the Lambda Runtime API for events and answers them, one after the other, over one connection."""

import json
import os
import socket

ROOT = "/2018-06-01/runtime/invocation"


class Connection:
    """A connection that carries one request at a time."""

    def __init__(self, address):
        host, port = address.split(":")
        self._address = address
        self._socket = socket.create_connection((host, int(port)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._answers = self._socket.makefile("rb")

    def ask(self, line, body=b""):
        """Sends a request; returns the fields and the body of the answer."""
        head = f"{line} HTTP/1.1\r\nHost: {self._address}\r\nContent-Length: {len(body)}\r\n\r\n"
        self._socket.sendall(head.encode() + body)
        if not self._answers.readline():
            raise SystemExit
        fields = {}
        while (field := self._answers.readline()) != b"\r\n":
            name, value = field.decode().split(":", 1)
            fields[name.lower()] = value.strip()
        return fields, self._answers.read(int(fields["content-length"]))


def serve(answer):
    """Has a function of events and contexts answer for as long as Lambda asks."""
    runtime = Connection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        fields, event = runtime.ask(f"GET {ROOT}/next")
        invocation = f"{ROOT}/{fields['lambda-runtime-aws-request-id']}"
        try:
            outcome, told = "response", answer(json.loads(event), None)
        except Exception as failure:  # Whatever it is, Lambda is told.
            outcome, told = "error", {"errorType": type(failure).__name__, "errorMessage": str(failure)}
        runtime.ask(f"POST {invocation}/{outcome}", json.dumps(told, separators=(",", ":")).encode())

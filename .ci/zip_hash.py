"""Prints the SHA-256 and the size of the zip that "sam deploy" uploads for a function's folder."""

import hashlib
import os
import sys
import tempfile

from samcli.lib.package.utils import make_zip_with_lambda_permissions

with tempfile.TemporaryDirectory() as work:
    zipped = make_zip_with_lambda_permissions(os.path.join(work, "function"), sys.argv[1])
    with open(zipped, "rb") as file:
        content = file.read()
print(hashlib.sha256(content).hexdigest(), len(content))

"""The handler of awslabs, for callers with a token."""

import os

import jwt
import runtime
from awslabs.mcp_lambda_handler import MCPLambdaHandler

SECRET = os.environ["JWT_SECRET"]
UNAUTHORIZED = {"statusCode": 401, "headers": {}, "body": ""}

mcp = MCPLambdaHandler(name="awslabs", version="1")


@mcp.tool()
def echo(message: str) -> str:
    """Says it again."""
    return message


def is_allowed(headers):
    token = headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        return "read" in jwt.decode(token, SECRET, algorithms=["HS256"])["scopes"]
    except (jwt.InvalidTokenError, KeyError):
        return False


def answer(event, context):
    return mcp.handle_request(event, context) if is_allowed(event["headers"]) else UNAUTHORIZED


runtime.serve(answer)

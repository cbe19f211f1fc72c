"""Holds an answer against the one that is expected, field by field.

    answers.py function EXPECTED                  prints which function is asked
    answers.py given EXPECTED TEMPLATE OUTPUT     a template with what EXPECTED gives the function
    answers.py compare EXPECTED ANSWER            prints each field that differs
    answers.py accept EXPECTED ANSWER             makes the answer the expected one

An expected answer is a file with "statusCode", "headers" and "body", as JSON where it is JSON. What varies stands
as <ulid>, <time>, <token> or <number> in it, and what other tests hold as <any>. Besides, "function" has which is asked, if it is not McpFunction, and
"given" what it gets: "environment", more variables; "timeout", its seconds.
"""

import json
import re
import sys
from pathlib import Path

PATTERNS = {
    "<ulid>": "[0-7][0-9A-HJKMNP-TV-Z]{25}",
    "<time>": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z",
    "<token>": "[A-Za-z0-9._~+/=-]{16,}",
    "<number>": "[0-9]+",
}
NOTHING = object()


def readable(answer):
    """The answer of a function, with its body as JSON if it is."""
    answer = json.loads(answer)
    if not isinstance(answer, dict) or not isinstance(answer.get("body"), str):
        return answer
    try:
        return answer | {"body": json.loads(answer["body"])}
    except json.JSONDecodeError:
        return answer


def fits(expected, actual):
    if not isinstance(expected, str) or not isinstance(actual, str):
        return type(expected) is type(actual) and expected == actual
    parts = re.split("(" + "|".join(PATTERNS) + ")", expected)
    return re.fullmatch("".join(PATTERNS.get(part, re.escape(part)) for part in parts), actual, re.DOTALL)


def children(value):
    if isinstance(value, dict):
        return value
    return dict(enumerate(value)) if isinstance(value, list) else {}


def differences(expected, actual, path="answer"):
    if expected == "<any>" and actual is not NOTHING:
        return
    if type(expected) is type(actual) and isinstance(expected, (dict, list)):
        left, right = children(expected), children(actual)
        for key in left | right:
            yield from differences(left.get(key, NOTHING), right.get(key, NOTHING), f"{path}.{key}")
    elif actual is NOTHING or expected is NOTHING or not fits(expected, actual):
        yield f"{path} is {shown(actual)}, expected: {shown(expected)}"


def shown(value):
    return "not there" if value is NOTHING else json.dumps(value, ensure_ascii=False)


def accepted(expected, actual):
    """The actual answer, with the expected one's placeholders where they still fit."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return {key: accepted(expected.get(key), value) for key, value in actual.items()}
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        return [accepted(one, other) for one, other in zip(expected, actual)]
    return expected if expected == "<any>" or isinstance(expected, str) and fits(expected, actual) else actual


def write(path, value):
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def compare(expected, answer):
    wanted = {name: value for name, value in expected.items() if name not in ("given", "function")}
    found = list(differences(wanted, answer))
    for line in found:
        print(f"        {line}")
    sys.exit(1 if found else 0)


def give(expected, template, output):
    """Variables and seconds for every function, though one event goes to one."""
    given = expected.get("given", {})
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            properties = resource["Properties"]
            properties["Environment"]["Variables"] |= given.get("environment", {})
            properties["Timeout"] = given.get("timeout", properties["Timeout"])
    write(output, template)


command, *paths = sys.argv[1], *map(Path, sys.argv[2:])
file = paths[0]
kept = json.loads(file.read_text()) if file.exists() else {}
if command == "function":
    print(kept.get("function", "McpFunction"))
elif command == "given":
    give(kept, json.loads(paths[1].read_text()), paths[2])
elif command == "compare":
    compare(kept, readable(paths[1].read_text()))
else:
    order = {name: kept[name] for name in ("function", "given") if name in kept}
    write(file, order | accepted(kept, readable(paths[1].read_text())))

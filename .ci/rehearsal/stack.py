"""Creates the stack of a template in the moto server, holds what is there against the template, and deletes it.

    stack.py create BUILT INSTANCE WORK    from the template in BUILT, a folder that "sam build" made
    stack.py delete WORK

INSTANCE is the host of the Lesser instance. AWS_ENDPOINT_URL leads to moto, which is to keep JWT_SECRET.
What "sam local" then needs is in WORK/local.json: the template with the variables that the stack gave its
functions, and with the stand-ins' addresses.
"""

import io
import json
import logging
import os
import platform
import sys
import zipfile
from pathlib import Path

import boto3
from samcli.yamlhelper import yaml_parse
from samtranslator.translator.transform import transform

# The transform warns of what it did not find in its own settings.
logging.getLogger("samtranslator").setLevel(logging.ERROR)

HERE = Path(__file__).parent
STACK, APP, STAGE, TABLE = "rehearsal", "lesser", "dev", "lesser"
ARCHITECTURE = {"aarch64": "arm64"}.get(platform.machine(), platform.machine())
NO_VALUE = {"Ref": "AWS::NoValue"}
ENDPOINTS = ("AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SECRETS_MANAGER")
cloudformation, dynamodb, functions, parameters, s3, secrets = map(
    boto3.client, ("cloudformation", "dynamodb", "lambda", "ssm", "s3", "secretsmanager"))


class NoManagedPolicies:
    """Where the transform looks ARNs of managed policies up; the template names none."""

    def load(self):
        return {}


def put_lesser_stack(instance):
    """What the stack of a Lesser instance leaves in an account; by parameters of the template without a default."""
    secret = secrets.create_secret(Name="lesser/jwt-secret", SecretString=os.environ["JWT_SECRET"])["ARN"]
    keys = {"PK": "HASH", "SK": "RANGE"}
    dynamodb.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys.items()],
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in keys],
    )
    exports = f"/{APP}/{STAGE}/lesser/exports/v1"
    for name, value in {
        f"/{APP}/shared/secrets/jwt-secret-arn": secret,
        f"{exports}/table_name": TABLE,
        f"{exports}/domain": instance,
    }.items():
        parameters.put_parameter(Name=name, Value=value, Type="String")
    return {"JwtSecretArn": secret, "LesserTableName": TABLE, "LesserApiBaseUrl": f"https://{instance}"}


def put_code():
    """What "sam package" does; nobody runs this code."""
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("empty", "")
    s3.create_bucket(Bucket="code", CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})
    s3.put_object(Bucket="code", Key="function.zip", Body=code.getvalue())


def transformed(template, given):
    """The template as CloudFormation sees it, after SAM."""
    template = json.loads(json.dumps(template))
    for resource in serverless(template).values():
        resource["Properties"]["CodeUri"] = "s3://code/function.zip"
    return transform(template, given, NoManagedPolicies())


def serverless(template):
    return {name: each for name, each in template["Resources"].items() if each["Type"] == "AWS::Serverless::Function"}


def holds(template, given, condition):
    """Whether a condition of the template does, by another reading than moto's."""

    def value(part):
        if not isinstance(part, dict):
            return str(part)
        (key, inner), = part.items()
        if key == "Ref":
            return str(given.get(inner, template["Parameters"][inner].get("Default")))
        if key == "Condition":
            return value(template["Conditions"][inner])
        if key == "Fn::Equals":
            return value(inner[0]) == value(inner[1])
        if key == "Fn::Not":
            return not value(inner[0])
        return {"Fn::And": all, "Fn::Or": any}[key](map(value, inner))

    return condition is None or value({"Condition": condition})


def create(template, given):
    """The stack's resources by their logical names, after a look at whether all of them are there."""
    text = json.dumps(template)
    put = [{"ParameterKey": name, "ParameterValue": value} for name, value in given.items()]
    cloudformation.create_stack(StackName=STACK, TemplateBody=text, Parameters=put, Capabilities=["CAPABILITY_IAM"])
    found = {
        each["LogicalResourceId"]: each
        for page in cloudformation.get_paginator("list_stack_resources").paginate(StackName=STACK)
        for each in page["StackResourceSummaries"]
        # What a condition leaves out, moto lists without a name.
        if each["LogicalResourceId"]
    }
    wanted = {name for name, each in template["Resources"].items() if holds(template, given, each.get("Condition"))}
    stand_ins = json.loads((HERE / "stand-ins.json").read_text())
    stale = stand_ins.keys() - {each["Type"] for each in template["Resources"].values()}
    if stale:
        sys.exit(f"  FAIL  stand-ins.json has {', '.join(sorted(stale))}, which the template has not")
    for name in sorted(wanted - found.keys()):
        print(f"  moto did not make {name}, {template['Resources'][name]['Type']}; is it to be in stand-ins.json?")
    for name in sorted(found.keys() - wanted):
        print(f"  moto made {name}, whose condition does not hold")
    if wanted != found.keys():
        sys.exit("  FAIL  the stack has not what the template says")
    for kind in sorted(stand_ins.keys() & {each["ResourceType"] for each in found.values()}):
        names = sorted(name for name, each in found.items() if each["ResourceType"] == kind)
        print(f"  STAND-IN  {kind}, {', '.join(names)}: {stand_ins[kind]['why']}")
    print(f"  ok    {len(found)} resources, as the template says")
    return found


def look_at_what_it_published(found):
    """Outputs and parameters, which have to be resolved."""
    outputs = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0].get("Outputs", [])
    published = {each["OutputKey"]: each["OutputValue"] for each in outputs}
    for each in found.values():
        if each["ResourceType"] == "AWS::SSM::Parameter":
            parameter = parameters.get_parameter(Name=each["PhysicalResourceId"])["Parameter"]
            published[parameter["Name"]] = parameter["Value"]
    check_resolved("what it published", published)
    for name, value in published.items():
        print(f"        {name} = {value}")


def check_resolved(what, values):
    for name, value in values.items():
        if "${" in value or "{{" in value or "None" in value:
            sys.exit(f"  FAIL  {what} has {name} = {value}")


def chosen(value, given, template):
    """The value with its conditions decided, since "sam local" takes AWS::NoValue for a value."""
    if isinstance(value, list):
        parts = [chosen(each, given, template) for each in value]
        return [each for each in parts if each != NO_VALUE]
    if not isinstance(value, dict):
        return value
    if "Fn::If" in value:
        condition, yes, no = value["Fn::If"]
        return chosen(yes if holds(template, given, condition) else no, given, template)
    parts = {key: chosen(each, given, template) for key, each in value.items()}
    return {key: each for key, each in parts.items() if each != NO_VALUE}


def tell_options_apart(template):
    """Names OPTIONS of each path: sam makes one route of a path's nameless methods, with the authorizer of any of them."""
    for resource in template["Resources"].values():
        for path in resource.get("Properties", {}).get("DefinitionBody", {}).get("paths", {}).values():
            if "options" in path:
                path["options"]["operationId"] = "preflight"


def write_local(template, given, found, path):
    """The template with the functions of the stack and what it gave them, for "sam local"."""
    template = template | {"Resources": chosen(template["Resources"], given, template)}
    tell_options_apart(template)
    for name, function in serverless(template).items():
        if name not in found:
            del template["Resources"][name]
            continue
        made = functions.get_function_configuration(FunctionName=found[name]["PhysicalResourceId"])
        # Where Lambda has texts, moto keeps numbers.
        variables = {key: str(value) for key, value in made.get("Environment", {}).get("Variables", {}).items()}
        check_resolved(name, variables)
        variables |= dict.fromkeys(ENDPOINTS, os.environ["AWS_ENDPOINT_URL"])
        function["Properties"]["Environment"] = {"Variables": variables}
    path.write_text(json.dumps(template, indent=1))


def delete(template):
    cloudformation.delete_stack(StackName=STACK)
    kept = {name for name, each in template["Resources"].items() if each.get("DeletionPolicy") == "Retain"}
    tables = [name for name in dynamodb.list_tables()["TableNames"] if name != TABLE]
    left = [name for name in tables if not any(name.startswith(f"{STACK}-{logical}-") for logical in kept)]
    left += [each["FunctionName"] for each in functions.list_functions()["Functions"]]
    if left:
        sys.exit(f"  FAIL  the deleted stack left {', '.join(left)}")
    print(f"  ok    the stack is deleted, and left its {', '.join(sorted(kept)) or 'nothing'}")


def create_all(built, instance, work):
    """First the stack with everything that can be had, which goes again, then the one of the defaults."""
    template = yaml_parse((built / "template.yaml").read_text())
    has_no_default = {name for name, each in template["Parameters"].items() if "Default" not in each}
    needed = {name: value for name, value in put_lesser_stack(instance).items() if name in has_no_default}
    put_code()
    for name, extra in json.loads((HERE / "parameters.json").read_text()).items():
        print(f"The stack with {name}")
        given = needed | {"Stage": STAGE, "Architecture": ARCHITECTURE} | extra
        cloud = transformed(template, given)
        found = create(cloud, given)
        look_at_what_it_published(found)
        if name != "the defaults":
            delete(cloud)
    (work / "stack.json").write_text(json.dumps(cloud))
    write_local(template, given, found, built / "rehearsal.json")


command, *arguments = map(Path, sys.argv[1:])
if str(command) == "create":
    create_all(arguments[0], str(arguments[1]), arguments[2])
else:
    delete(json.loads((arguments[0] / "stack.json").read_text()))

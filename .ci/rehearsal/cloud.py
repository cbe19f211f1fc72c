"""The moto server, with what its CloudFormation lacks: stand-ins for the types that stand-ins.json lists,
dynamic references to parameters, and their attributes. A stand-in only checks that all its properties resolve.

    cloud.py HOST PORT CERTIFICATE KEY
"""

import json
import re
import sys
from pathlib import Path

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.core.common_models import CloudFormationModel
from moto.server import main
from moto.ssm import ssm_backends
from moto.ssm.models import Parameter

STAND_INS = json.loads((Path(__file__).parent / "stand-ins.json").read_text())
DYNAMIC = re.compile(r"\{\{resolve:ssm:([^:}$]+)\}\}")
clean = parsing.clean_json


def resolved(value, resources):
    """What moto makes of intrinsic functions; with dynamic references resolved and AWS::NoValue left out of lists."""
    value = clean(value, resources)
    if isinstance(value, list):
        return [each for each in value if each is not None]
    if isinstance(value, str):
        return DYNAMIC.sub(lambda found: parameter(found[1], resources), value)
    return value


def parameter(name, resources):
    backend = ssm_backends[resources["AWS::AccountId"]][resources["AWS::Region"]]
    found = backend.get_parameter(name)
    if found is None:
        raise ValidationError(message=f"there is no parameter {name}")
    return found.value


def stand_in(type_name, ref):
    """A class that moto takes for its own model of the type."""

    class StandIn(CloudFormationModel):
        # moto sorts its models by the second part of this.
        __module__ = "moto.cloudformation"

        def __init__(self, physical_resource_id):
            self.physical_resource_id = physical_resource_id

        @staticmethod
        def cloudformation_type():
            return type_name

        @classmethod
        def create_from_cloudformation_json(cls, resource_name, cloudformation_json, *_, **__):
            properties = cloudformation_json["Properties"]
            if "${" in json.dumps(properties):
                raise ValidationError(resource_name, f"{type_name} has what does not resolve: {properties}")
            return cls(ref.format(resource_name, **properties))

        @classmethod
        def delete_from_cloudformation_json(cls, *_):
            """Leaves nothing behind."""

        def get_cfn_attribute(self, name):
            return f"{self.physical_resource_id}.{name}"

    return StandIn


models = [stand_in(name, entry.get("ref", "{0}")) for name, entry in STAND_INS.items()]
parsing.clean_json = resolved
# moto's has none: its attributes are Type and Value.
Parameter.get_cfn_attribute = lambda self, name: getattr(self, name.lower())
host, port, certificate, key = sys.argv[1:]
main(["--host", host, "--port", port, "--ssl-cert", certificate, "--ssl-key", key])

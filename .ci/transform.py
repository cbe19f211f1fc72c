"""Prints what CloudFormation makes of a template by the transform of SAM, before any parameter has a value."""

import json
import sys

from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file.read())
for resource in template["Resources"].values():
    if resource["Type"] == "AWS::Serverless::Function":
        resource["Properties"]["CodeUri"] = "s3://packaged/function"
json.dump(Translator({}, Parser()).translate(template, {}), sys.stdout, indent=1)

#!/usr/bin/env python3
"""Writes the JSON schema of a chart's values from values.yaml: its defaults, its comments and its annotations.

usage: schema.py VALUES.yaml >values.schema.json

The default gives the type, the comment "# --" above a key the description, and "# @schema {…}" behind it whatever else
the schema should say. A map knows no other keys than those that stand there; an empty map or list must be annotated,
for nothing tells what may stand in it. The tools that do this elsewhere are not published as packages.
"""

import json
import sys
from pathlib import Path

import yaml

TYPES = {"bool": "boolean", "int": "integer", "float": "number", "str": "string"}
ANNOTATION = "# @schema "


class Schema:
    def __init__(self, text: str):
        self.lines = text.splitlines()
        self.root = yaml.compose(text, Loader=yaml.SafeLoader)

    def whole(self) -> dict:
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "Values of the chart reading-room",
            **self.of(self.root, "values", {}),
        }

    def of(self, node: yaml.Node, path: str, annotation: dict) -> dict:
        if isinstance(node, yaml.MappingNode):
            return self.of_map(node, path, annotation)
        if isinstance(node, yaml.SequenceNode):
            if "items" not in annotation:
                sys.exit(f"{path}: a list needs an annotation of its items")
            return {"type": "array", **annotation}
        kind = node.tag.rsplit(":", 1)[1]
        if kind not in TYPES:
            sys.exit(f"{path}: {kind} has no type")
        return {"type": TYPES[kind], **annotation}

    def of_map(self, node: yaml.MappingNode, path: str, annotation: dict) -> dict:
        if not node.value and "additionalProperties" not in annotation:
            sys.exit(f"{path}: an empty map needs an annotation of what may stand in it")
        schema = {"type": "object", "additionalProperties": False, **annotation}
        # What is open takes anything: its defaults are an example, not a form.
        if node.value and schema["additionalProperties"] is not True or path == "values.global":
            schema["properties"] = {key.value: self.of_key(key, value, path) for key, value in node.value}
        return schema

    def of_key(self, key: yaml.Node, value: yaml.Node, path: str) -> dict:
        line = key.start_mark.line
        annotation = self.lines[line].partition(ANNOTATION)[2]
        path = f"{path}.{key.value}"
        schema = self.of(value, path, yaml.safe_load(annotation) if annotation else {})
        description = self.description(line)
        if not description and "properties" not in schema:
            sys.exit(f"{path}: no comment \"# --\" says what it is")
        return {"description": description, **schema} if description else schema

    def description(self, line: int) -> str:
        words = []
        for comment in reversed(self.lines[:line]):
            comment = comment.strip()
            if not comment.startswith("#"):
                return ""
            words.insert(0, comment.lstrip("# "))
            if comment.startswith("# --"):
                words[0] = words[0].removeprefix("-- ")
                return " ".join(words).removeprefix("-- ")
        return ""


def main() -> None:
    text = Path(sys.argv[1]).read_text()
    json.dump(Schema(text).whole(), sys.stdout, indent=2, ensure_ascii=False)
    print()


main()

#!/usr/bin/env python3
"""Writes JSON schemas for kubeconform: from the API server's own description, and from custom resource definitions.

usage: json_schemas.py FOLDER DEFINITION.yaml... <openapi-v2.json

kubeconform's own schemas are on a public site, which a closed machine cannot reach, and are never newer than this server.
Objects are closed, so that a misspelt field is an error.
"""

import json
import sys
from pathlib import Path

import yaml

# What the description calls a string, and the server reads from a number as well.
ALSO_NUMBERS = ("io.k8s.apimachinery.pkg.util.intstr.IntOrString", "io.k8s.apimachinery.pkg.api.resource.Quantity")
KINDS = "x-kubernetes-group-version-kind"


def close(schema: object) -> object:
    """The same schema, in which an object has no other fields than it describes."""
    if isinstance(schema, list):
        return [close(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: close(value) for key, value in schema.items()}
    if schema.get("x-kubernetes-int-or-string"):
        closed.pop("type", None)
    if isinstance(schema.get("properties"), dict) and not schema.get("x-kubernetes-preserve-unknown-fields"):
        closed.setdefault("additionalProperties", False)
    return closed


def write(folder: Path, group: str, version: str, kind: str, schema: dict) -> None:
    name = "-".join(part for part in (kind, group.split(".")[0], version) if part).lower()
    (folder / f"{name}.json").write_text(json.dumps(schema))


def from_server(folder: Path) -> None:
    definitions = json.load(sys.stdin)["definitions"]
    closed = {name: close(definition) for name, definition in definitions.items()}
    for name in ALSO_NUMBERS:
        closed[name]["type"] = ["string", "number"]
        closed[name].pop("format", None)
    (folder / "definitions.json").write_text(json.dumps({"definitions": closed}))
    for name, definition in definitions.items():
        for kind in definition.get(KINDS, []):
            write(folder, kind["group"], kind["version"], kind["kind"], {"$ref": f"definitions.json#/definitions/{name}"})


def from_definition(folder: Path, path: str) -> None:
    definition = yaml.safe_load(Path(path).read_text())["spec"]
    for version in definition["versions"]:
        schema = close(version["schema"]["openAPIV3Schema"])
        schema["properties"]["metadata"] = {"type": "object"}
        write(folder, definition["group"], version["name"], definition["names"]["kind"], schema)


def main() -> None:
    folder = Path(sys.argv[1])
    from_server(folder)
    for path in sys.argv[2:]:
        from_definition(folder, path)


main()

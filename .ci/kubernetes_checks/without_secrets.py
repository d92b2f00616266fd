#!/usr/bin/env python3
"""Leaves the secrets out of manifests on standard input; everything else stays as it is, comments included."""

import sys

import yaml


def main() -> None:
    for document in sys.stdin.read().split("\n---\n"):
        resource = yaml.safe_load(document)
        if resource and resource["kind"] != "Secret":
            sys.stdout.write("---\n" + document.removeprefix("---\n").rstrip("\n") + "\n")


main()

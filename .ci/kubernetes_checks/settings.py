#!/usr/bin/env python3
"""Checks that every setting which the chart gives to a container stands in the reference of settings.

usage: settings.py docs/reference/configuration.md RENDERED.yaml...
"""

import re
import sys
from pathlib import Path

SETTING = re.compile(r"^\| `(reading-room\.[^`]+)` \|", re.MULTILINE)
VARIABLE = re.compile(r"\bREADING_ROOM_[A-Z0-9_]+")


def variable(setting: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "_", setting).upper()


def main() -> int:
    known = {variable(setting) for setting in SETTING.findall(Path(sys.argv[1]).read_text())}
    used = {name for path in sys.argv[2:] for name in VARIABLE.findall(Path(path).read_text())}
    if not known or not used:
        print("settings: nothing to compare")
        return 1
    for name in sorted(used - known):
        print(f"settings: {name} is set by the chart and stands in no reference")
    print(f"settings: {len(used & known)} of {len(used)} variables are settings of the service")
    return 1 if used - known else 0


sys.exit(main())

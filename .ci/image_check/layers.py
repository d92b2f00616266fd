"""Compares the layers of two images in OCI folders: layers.py FOLDER OTHER [STEP].

Tells those of the first and fails when the second has others; the layer of a step that ends with STEP may differ.
"""

import json
import sys
from pathlib import Path


def blob(folder, digest):
    return json.loads(Path(folder, "blobs", *digest.split(":")).read_text())


def layers(folder):
    """Step, digest and size of each layer."""
    index = json.loads(Path(folder, "index.json").read_text())
    manifest = blob(folder, index["manifests"][0]["digest"])
    config = blob(folder, manifest["config"]["digest"])
    steps = [step.get("created_by", "") for step in config["history"] if not step.get("empty_layer")]
    if len(steps) != len(manifest["layers"]):
        raise SystemExit(f"image: {len(manifest['layers'])} layers of {len(steps)} steps")
    return [(step.split("#(nop) ")[-1].strip(), layer["digest"], layer["size"])
            for step, layer in zip(steps, manifest["layers"])]


def main(folder, other, may_differ=None):
    first, second = layers(folder), layers(other)
    for step, digest, size in first:
        print(f"{size / 1e6:8.1f} MB  {digest[7:19]}  {step.split(' in ')[-1]}")
    print(f"{sum(size for _, _, size in first) / 1e6:8.1f} MB  in all, packed")
    changed = [step for (step, digest, _), (_, again, _) in zip(first, second) if digest != again]
    allowed = [step for step in changed if may_differ and step.endswith(may_differ)]
    if len(first) != len(second) or changed != allowed:
        raise SystemExit(f"image: built once more, it has other layers: {changed}")
    print("built once more: the same layers" + (f", but for {changed}" if changed else ""))


main(*sys.argv[1:])

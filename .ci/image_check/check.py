"""Checks a built image by running it: check.py ROOT CONFIG JDBC_URL OFFICE_JAR FOLDER.

ROOT is the mounted root of the image, CONFIG its configuration, OFFICE_JAR a jar with files that Office wrote, FOLDER one
for logs. Ends at the first thing that is not as it must be.
"""

import hashlib
import json
import os
import re
import stat
import statistics
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import documents
from program import Program, children, read_json, resident_megabytes, status

LABELS = ("title", "description", "licenses", "version", "revision", "source")
OWNER = "10001"
READING_LIMIT = 90
STARTS = 3
# The framework takes the files of its services out of this one when it packages, so its digest is no registry's; the bill
# of materials names the one that it was made of.
REWRITTEN = {"io.opentelemetry.opentelemetry-exporter-otlp"}


def must(truth, complaint):
    if not truth:
        raise SystemExit(f"image: {complaint}")


def look_inside(root, config):
    """What can be seen without running anything."""
    must(config["User"] == f"{OWNER}:{OWNER}", f"it runs as {config['User']!r}")
    for label in LABELS:
        must(config["Labels"].get("org.opencontainers.image." + label), f"the label {label} is missing")
    must(config["Labels"]["org.opencontainers.image.revision"] != "unknown", "its revision is unknown")
    bill = json.loads((root / "opt/reading-room/sbom.cdx.json").read_text())
    must(bill["bomFormat"] == "CycloneDX", "the bill of materials is of another kind")
    listed = {digest["content"] for part in bill["components"]
              for digest in part["hashes"] if digest["alg"] == "SHA-256"}
    jars = [jar for folder in ("main", "boot") for jar in (root / "opt/reading-room/lib" / folder).iterdir()]
    rewritten = {f"{part['group']}.{part['name']}-{part['version']}.jar" for part in bill["components"]
                 if f"{part.get('group')}.{part['name']}" in REWRITTEN}
    unlisted = [jar.name for jar in jars
                if jar.name not in rewritten and hashlib.sha256(jar.read_bytes()).hexdigest() not in listed]
    must(len(jars) > 200 and not unlisted, f"not in the bill of materials: {unlisted}")
    must(not (root / "bin/sh").exists() and not (root / "usr/bin/sh").exists(), "there is a shell")
    for path in everything(root):
        mode = path.lstat().st_mode
        must(not mode & (stat.S_ISUID | stat.S_ISGID) or stat.S_ISDIR(mode), f"{path} changes who runs it")
        owned = path.lstat().st_uid == int(OWNER) or (mode & stat.S_IWOTH and not stat.S_ISLNK(mode))
        must(not owned or path.relative_to(root).parts[0] in ("work", "tmp", "var", "dev", "proc"),
             f"{path} can be written by the program")
    print(f"bill of materials: {len(bill['components'])} components, all {len(jars)} jars with their digests")
    print("no shell, no setuid file")


def everything(root):
    for folder, folders, files in os.walk(root):
        for name in folders + files:
            yield Path(folder, name)


def fingerprint(root):
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_size, path.lstat().st_mode)
            for path in everything(root)}


def upload(url, name, content):
    edge = "edge-of-a-form"
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            f"Content-Type: application/octet-stream\r\n\r\n").encode() + content + f"\r\n--{edge}--\r\n".encode()
    request = urllib.request.Request(url + "/v1/documents", body,
                                     {"Content-Type": f"multipart/form-data; boundary={edge}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["id"]


def read(program, name, content, words):
    """Uploads a document, waits for its answer, and looks for what must be in its text."""
    document = program.url + "/v1/documents/" + upload(program.url, name, content)
    deadline = time.monotonic() + READING_LIMIT
    while (state := read_json(document)["state"]) not in ("completed", "failed"):
        must(time.monotonic() < deadline, f"{name} is still {state}")
        time.sleep(0.1)
    must(state == "completed", f"{name} {state}: {read_json(document).get('problem')}")
    must(words in read_json(document + "/text")["text"], f"{name} was extracted without {words!r}")
    return read_json(document + "/analysis")


def look_at_process(pid):
    seen = status(pid)
    for field in ("Uid", "Gid"):
        must(set(seen[field]) == {OWNER}, f"process {pid} runs with {field} {seen[field]}")
    must(seen.get("Groups") in ([], [OWNER]), f"process {pid} is in the groups {seen.get('Groups')}")
    for field in ("CapEff", "CapPrm", "CapInh"):
        must(int(seen[field][0], 16) == 0, f"process {pid} has {field} {seen[field]}")
    must(seen["NoNewPrivs"] == ["1"], f"process {pid} may gain privileges")


def check_reading(program, jar):
    sample = Path("samples/supply-agreement.en.txt").read_bytes()
    facts = read(program, "supply-agreement.txt", sample, "greement")["keyFacts"]
    must(facts and all(fact["evidence"] for fact in facts), "the answer has no facts with evidence")
    print(f"supply-agreement.txt: {len(facts)} facts, each with evidence")
    for name, content, words in documents.all_kinds(jar):
        read(program, name, content, words)
        print(f"{name}: read")
    workers = program.workers()
    must(workers, "no extraction worker runs beside the service")
    for pid in [program.service(), *workers]:
        look_at_process(pid)
    print(f"uid {OWNER}, no capabilities, no new privileges: the service and {len(workers)} workers")
    print(f"resident: service {resident_megabytes(program.service())} MB, "
          f"workers {[resident_megabytes(worker) for worker in workers]} MB")


def start_times(start, name, options):
    seconds, resident = [], []
    for run in range(STARTS):
        with start(f"{name}-{run}.log", options) as program:
            seconds.append(program.seconds_to_ready)
            resident.append(resident_megabytes(program.service()))
    print(f"{name}: ready after {statistics.median(seconds):.2f} s (median of {STARTS}: "
          f"{', '.join(f'{second:.2f}' for second in seconds)}), then resident {statistics.median(resident)} MB")


def main(root, config, jdbc_url, jar, folder):
    config = json.loads(Path(config).read_text())["OCIv1"]["config"]
    root, folder = Path(root), Path(folder)
    settings = {
        "QUARKUS_DATASOURCE_JDBC_URL": jdbc_url, "QUARKUS_DATASOURCE_USERNAME": "postgres",
        "QUARKUS_DATASOURCE_PASSWORD": "postgres", "READING_ROOM_ENGINE": "extractive",
        "READING_ROOM_ACCESS_MODE": "development", "READING_ROOM_ACCESS_DEMONSTRATION": "true",
        "READING_ROOM_KEK": os.urandom(32).hex()}

    def start(log, options):
        return Program(root, config, settings, folder / log, options)

    look_inside(root, config)
    before = fingerprint(root)
    # Told that the cache must be used, the JVM does not start without it.
    with start("reading.log", "-XX:AOTMode=on") as program:
        try:
            check_reading(program, jar)
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"image: {refused.url} answers {refused.code} {refused.read().decode()}; it printed:\n"
                             + program.log.read_text()[-4000:]) from refused
    denied = re.findall(r".*(?:Read-only file system|Permission denied|AccessDenied).*",
                        (folder / "reading.log").read_text())
    must(not denied, f"it tried to write where it must not: {denied}")
    start_times(start, "with the AOT cache", "-XX:AOTMode=on")
    start_times(start, "without the AOT cache", "-XX:AOTMode=off")
    must(fingerprint(root) == before, "something was written outside /work")
    print("nothing was written outside /work")


main(*sys.argv[1:])

"""The image's program, started in its own root, and what the kernel says of it."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
START_LIMIT = 90


class Program:
    """One run of the service; `with` ends it."""

    def __init__(self, root, config, settings, log, java_options=""):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.root = root
        environment = dict(pair.split("=", 1) for pair in config["Env"])
        environment |= settings | {"QUARKUS_HTTP_HOST": "127.0.0.1", "QUARKUS_HTTP_PORT": str(self.port)}
        if java_options:
            environment["JDK_JAVA_OPTIONS"] = java_options
        self.log = Path(log)
        self.started = time.monotonic()
        # The tools that lay out the root are this machine's; nothing but the image's own is in reach of the program.
        self.process = subprocess.Popen(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", HERE / "enter", root, *config["Entrypoint"]],
            env=environment | {"PATH": os.environ["PATH"]}, stdin=subprocess.DEVNULL,
            stdout=self.log.open("w"), stderr=subprocess.STDOUT, start_new_session=True)
        self.seconds_to_ready = self.await_ready()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def await_ready(self):
        while time.monotonic() - self.started < START_LIMIT:
            try:
                urllib.request.urlopen(self.url + "/q/health/ready", timeout=2).close()
                return time.monotonic() - self.started
            except (urllib.error.URLError, OSError):
                if self.process.poll() is not None:
                    break
                time.sleep(0.02)
        self.stop()
        raise SystemExit("The program did not start; it printed:\n" + self.log.read_text()[-4000:])

    def stop(self):
        """As an orchestrator does: it asks, and then it insists."""
        service = self.service()
        if service and self.process.poll() is None:
            os.kill(service, signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                pass
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def service(self):
        """The process id of the service: the child of unshare, whose place the program takes."""
        return next(iter(children(self.process.pid)), None)

    def workers(self):
        service = self.service()
        return children(service) if service else []


def children(pid):
    """Children of any thread of a process: a JVM's are started by whichever thread asks for them."""
    found = []
    for thread in Path(f"/proc/{pid}/task").iterdir():
        found += [int(child) for child in (thread / "children").read_text().split()]
    return found


def status(pid):
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {name: value.split() for name, _, value in (line.partition(":") for line in lines)}


def resident_megabytes(pid):
    return int(status(pid)["VmRSS"][0]) // 1024


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read_json(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)

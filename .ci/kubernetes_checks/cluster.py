#!/usr/bin/env python3
"""Runs a command beside a real Kubernetes API server, its controllers and its store; no node, so no pod ever runs.

usage: cluster.py HOME COMMAND...

The command finds the server by KUBECONFIG. Everything it leaves behind ends with it.
"""

import contextlib
import os
import secrets
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

KUBECONFIG = """apiVersion: v1
kind: Config
current-context: checks
clusters: [{{name: checks, cluster: {{server: "https://127.0.0.1:{port}", certificate-authority: "{certificate}"}}}}]
users: [{{name: admin, user: {{token: "{token}"}}}}]
contexts: [{{name: checks, context: {{cluster: checks, user: admin}}}}]
"""
START_SECONDS = 180


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    def __init__(self, programs: Path, folder: Path, ends: contextlib.ExitStack):
        self.programs, self.folder, self.ends = programs, folder, ends
        self.port = free_port()
        self.token = secrets.token_hex(16)
        self.kubeconfig = folder / "kubeconfig"

    def start(self) -> None:
        store = self.start_store()
        self.start_server(store)
        self.wait_until_ready()
        self.launch("kube-controller-manager", "--kubeconfig", self.kubeconfig, "--leader-elect=false",
                    "--service-account-private-key-file", self.folder / "accounts.key",
                    "--root-ca-file", self.folder / "certificates/apiserver.crt",
                    "--secure-port", free_port(), "--bind-address", "127.0.0.1")

    def start_store(self) -> str:
        client, peer = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
        self.launch("etcd", "--data-dir", self.folder / "store", "--unsafe-no-fsync",
                    "--listen-client-urls", client, "--advertise-client-urls", client,
                    "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
                    "--initial-cluster", f"default={peer}")
        return client

    def start_server(self, store: str) -> None:
        key = self.folder / "accounts.key"
        subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, capture_output=True)
        subprocess.run(["openssl", "rsa", "-in", key, "-pubout", "-out", f"{key}.pub"], check=True, capture_output=True)
        (self.folder / "tokens.csv").write_text(f'{self.token},admin,1,"system:masters"\n')
        certificates = self.folder / "certificates"
        self.launch("kube-apiserver", "--etcd-servers", store, "--cert-dir", certificates,
                    "--secure-port", self.port, "--bind-address", "127.0.0.1", "--service-cluster-ip-range", "10.96.0.0/24",
                    "--service-account-issuer", "https://kubernetes.default.svc",
                    "--service-account-key-file", f"{key}.pub", "--service-account-signing-key-file", key,
                    "--authorization-mode", "RBAC", "--token-auth-file", self.folder / "tokens.csv")
        self.kubeconfig.touch(mode=0o600)
        self.kubeconfig.write_text(
            KUBECONFIG.format(port=self.port, certificate=certificates / "apiserver.crt", token=self.token))

    def wait_until_ready(self) -> None:
        trusting = ssl._create_unverified_context()  # noqa: S323: only asks whether the server is up
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trusting))
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                direct.open(f"https://127.0.0.1:{self.port}/readyz", timeout=2)
                return
            time.sleep(0.5)
        print((self.folder / "kube-apiserver.log").read_text()[-4000:], file=sys.stderr)
        sys.exit("cluster: the API server did not start")

    def launch(self, program: str, *arguments: object) -> None:
        log = self.ends.enter_context((self.folder / f"{program}.log").open("w"))
        process = subprocess.Popen([self.programs / program, *map(str, arguments)], stdout=log, stderr=log,
                                   stdin=subprocess.DEVNULL, start_new_session=True)
        self.ends.callback(end, process)


def end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main() -> int:
    home, command = Path(sys.argv[1]), sys.argv[2:]
    with contextlib.ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="kubernetes-")))
        cluster = Cluster(home / "bin", folder, ends)
        cluster.start()
        return subprocess.run(command, env=os.environ | {"KUBECONFIG": str(cluster.kubeconfig)}).returncode


sys.exit(main())

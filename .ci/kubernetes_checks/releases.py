#!/usr/bin/env python3
"""Installs, upgrades, rolls back and removes each value file's release on the API server that KUBECONFIG names.

usage: releases.py ROOT WORK DEFINITIONS

WORK holds the rendered manifests of every value file. The namespaces enforce the Pod Security level "restricted".
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT, WORK, DEFINITIONS = map(Path, sys.argv[1:])
CHART = ROOT / "helm/reading-room"
RELEASE = "reading-room"
SECONDS = 90
# Nothing that a pod of the release is, or pretends to be, may do any of these.
DENIED = [
    ("get", "secrets"), ("list", "secrets"), ("get", "configmaps"), ("list", "pods"), ("create", "pods"),
    ("create", "pods/exec"), ("get", "pods/log"), ("create", "deployments.apps"), ("patch", "networkpolicies.networking.k8s.io"),
    ("delete", "persistentvolumeclaims"), ("create", "serviceaccounts/token"), ("create", "rolebindings.rbac.authorization.k8s.io"),
    ("impersonate", "users"), ("*", "*"),
]
# What uninstalling leaves beside what was there before, by value file: what the chart made and annotated to stay.
LEFT = {"demo": {"persistentvolumeclaim/reading-room-models"}}
# What every namespace has by itself, and what only reports.
NOT_OURS = ("events", "events.events.k8s.io", "bindings", "localsubjectaccessreviews.authorization.k8s.io")


def run(*command: object, given: str | None = None, may_fail: bool = False) -> str:
    done = subprocess.run([str(part) for part in command], input=given, capture_output=True, text=True)
    if done.returncode and not may_fail:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout if not done.returncode else done.stdout + done.stderr


def kubectl(namespace: str, *arguments: object, **options: object) -> str:
    return run("kubectl", "--namespace", namespace, *arguments, **options)


def items(namespace: str, kinds: str) -> list[dict]:
    return json.loads(kubectl(namespace, "get", kinds, "--output", "json"))["items"]


def wait(what: str, holds: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > until:
            sys.exit(f"not within {SECONDS} s: {what}")
        time.sleep(0.5)


def refused(namespace: str, manifest: str) -> str:
    """What the server says to a manifest that it has to refuse."""
    said = kubectl(namespace, "apply", "--dry-run=server", "--filename", "-", given=manifest, may_fail=True)
    if "violates PodSecurity" not in said:
        sys.exit(f"{namespace} accepted what it must refuse: {said}")
    return said.strip().splitlines()[-1]


def make_namespace(namespace: str) -> None:
    manifest = (WORK / "namespace.yaml").read_text().replace("name: reading-room", f"name: {namespace}")
    manifest = manifest.replace("namespace: reading-room", f"namespace: {namespace}")
    run("kubectl", "apply", "--filename", "-", given=manifest)
    wait("default service account", lambda: bool(items(namespace, "serviceaccounts")))
    # A namespace that lets anything in would make the rest of this page say nothing.
    careless = json.dumps({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "careless"},
                           "spec": {"containers": [{"name": "a", "image": "a"}]}})
    print("refused, as it must be:", refused(namespace, careless)[:150])


def make_what_the_operator_makes(namespace: str) -> None:
    """The secrets, the volume and the runtime class that the production profiles name."""
    for name, key in (("reading-room-database", "url"), ("reading-room-kek", "kek"), ("registry-internal", "x")):
        kubectl(namespace, "create", "secret", "generic", name, f"--from-literal={key}=x")
    claim = {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "reading-room-models"},
             "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}
    runtime = {"apiVersion": "node.k8s.io/v1", "kind": "RuntimeClass", "metadata": {"name": "nvidia"}, "handler": "nvidia"}
    for resource in (claim, runtime):
        kubectl(namespace, "apply", "--filename", "-", given=json.dumps(resource))


def everything(namespace: str) -> set[str]:
    kinds = run("kubectl", "api-resources", "--namespaced", "--verbs=list", "--output", "name").split()
    listed = ",".join(kind for kind in kinds if kind not in NOT_OURS)
    return set(kubectl(namespace, "get", listed, "--output", "name", "--ignore-not-found").split())


def expected_pods(namespace: str) -> int:
    workloads = items(namespace, "deployments,statefulsets,jobs")
    return sum(workload["spec"].get("replicas", workload["spec"].get("parallelism", 1)) for workload in workloads)


def is_admitted(namespace: str) -> bool:
    workloads = items(namespace, "deployments,statefulsets,jobs")
    return bool(workloads) and all(
        status.get("replicas", status.get("active", 0)) >= spec.get("replicas", spec.get("parallelism", 1))
        for spec, status in ((workload["spec"], workload["status"]) for workload in workloads))


def no_pod_was_refused(namespace: str) -> None:
    events = items(namespace, "events")
    failed = [f"{event['involvedObject']['name']}: {event['message']}" for event in events
              if event["reason"] in ("FailedCreate", "ReplicaSetCreateError")]
    if failed:
        sys.exit("\n".join(["pods were refused:", *failed]))


def show_pods(namespace: str) -> None:
    columns = ("POD:.metadata.name,USER:.spec.securityContext.runAsUser,HOSTUSERS:.spec.hostUsers,"
               "TOKEN:.spec.automountServiceAccountToken,IMAGE:.spec.containers[0].image")
    print(kubectl(namespace, "get", "pods", "--output", f"custom-columns={columns}").rstrip())


def check_admitted(namespace: str) -> None:
    def holds() -> bool:
        no_pod_was_refused(namespace)
        return is_admitted(namespace)

    wait("all pods of the release are there", holds)
    no_pod_was_refused(namespace)
    found = len(items(namespace, "pods"))
    if found < expected_pods(namespace):
        sys.exit(f"{found} pods, {expected_pods(namespace)} expected")


def check_rights(namespace: str) -> None:
    accounts = [account["metadata"]["name"] for account in items(namespace, "serviceaccounts")]
    for verb, resource in DENIED:
        if kubectl(namespace, "auth", "can-i", verb, resource, may_fail=True).strip() != "yes":
            sys.exit(f"an administrator may not {verb} {resource}: the question is wrong")
    for account in accounts:
        for verb, resource in DENIED:
            identity = f"--as=system:serviceaccount:{namespace}:{account}"
            if kubectl(namespace, "auth", "can-i", verb, resource, identity, may_fail=True).strip() != "no":
                sys.exit(f"{account} may {verb} {resource}")
    print(f"can-i: {len(DENIED)} actions are denied to each of {', '.join(accounts)}")


def check_tests_are_admitted(namespace: str, values: Path) -> None:
    """Nothing runs pods here, so `helm test` would wait for ever: its pods are made, admitted, and taken away."""
    pods = run("helm", "template", RELEASE, CHART, "--namespace", namespace, "--values", values,
               "--show-only", "templates/tests/pods.yaml")
    print(kubectl(namespace, "apply", "--filename", "-", given=pods).replace("created", "admitted").rstrip())
    kubectl(namespace, "delete", "--wait", "--grace-period=0", "--force", "--filename", "-", given=pods)


def images(namespace: str) -> set[str]:
    return {deployment["spec"]["template"]["spec"]["containers"][0]["image"] for deployment in items(namespace, "deployments")}


def secret_data(namespace: str) -> dict[str, object]:
    return {secret["metadata"]["name"]: secret.get("data") for secret in items(namespace, "secrets")
            if not secret["metadata"]["name"].startswith("sh.helm.release")}


def check_upgrade_and_rollback(namespace: str, values: Path) -> None:
    before, kept = images(namespace), secret_data(namespace)
    ready = {pod["metadata"]["name"] for pod in items(namespace, "pods")}
    run("helm", "upgrade", RELEASE, CHART, "--namespace", namespace, "--values", values, "--set", "image.tag=next")
    wait("a pod of the next version", lambda: any(
        pod["spec"]["containers"][0]["image"].endswith(":next") for pod in items(namespace, "pods")))
    no_pod_was_refused(namespace)
    gone = {name for name in ready - {pod["metadata"]["name"] for pod in items(namespace, "pods")}
            if "ollama" not in name and "postgresql" not in name}
    if gone:
        sys.exit(f"ended before the next version was ready: {gone}")
    if not all(image.endswith(":next") for image in images(namespace)):
        sys.exit(f"not upgraded: {images(namespace)}")
    # Rolling back would bring back what an upgrade has changed.
    if secret_data(namespace) != kept:
        sys.exit("the upgrade changed a secret")
    run("helm", "rollback", RELEASE, "1", "--namespace", namespace)
    if images(namespace) != before:
        sys.exit(f"not rolled back: {images(namespace)}")
    if secret_data(namespace) != kept:
        sys.exit("the rollback changed a secret")
    check_admitted(namespace)
    history = json.loads(run("helm", "history", RELEASE, "--namespace", namespace, "--output", "json"))
    print("history:", ", ".join(f"{entry['revision']} {entry['status']}" for entry in history))


def check_uninstall(namespace: str, name: str, before: set[str]) -> None:
    run("helm", "uninstall", RELEASE, "--namespace", namespace)
    allowed = before | LEFT.get(name, set())
    wait("everything else to go", lambda: everything(namespace) <= allowed)
    left = everything(namespace)
    if left != allowed:
        sys.exit(f"uninstalling took more than was installed: {allowed - left}")
    print("uninstalled, left behind:", ", ".join(sorted(left - before)) or "nothing")


def check_release(values: Path) -> None:
    name = values.stem.removeprefix("values-")
    namespace = f"check-{name}"
    print(f"\n== {values.relative_to(ROOT)}")
    make_namespace(namespace)
    if name not in LEFT:
        make_what_the_operator_makes(namespace)
    before = everything(namespace)
    print(run("helm", "install", RELEASE, CHART, "--namespace", namespace, "--values", values).split("\nNOTES")[0].rstrip())
    check_admitted(namespace)
    show_pods(namespace)
    check_tests_are_admitted(namespace, values)
    check_rights(namespace)
    check_upgrade_and_rollback(namespace, values)
    check_uninstall(namespace, name, before)


def check_kustomization() -> None:
    print("\n== k8s/demo")
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as manifest:
        manifest.write((WORK / "rendered/kustomize-demo.yaml").read_text())
        manifest.flush()
        run("kubectl", "apply", "--validate=strict", "--filename", manifest.name)
        check_admitted(RELEASE)
        show_pods(RELEASE)
        run("kubectl", "delete", "--filename", manifest.name, "--wait=false")


def check_validation() -> None:
    """Of every value file, those included that are not installed: the server's own validation, and not one warning."""
    namespace = "check-validation"
    make_namespace(namespace)
    # A single pod is refused without its account, and a dry run makes none.
    for account in ("reading-room-tests", "rr-tests"):
        kubectl(namespace, "create", "serviceaccount", account)
    for manifest in sorted((WORK / "rendered").glob("values-*.yaml")):
        resources = manifest.read_text().replace("namespace: reading-room", f"namespace: {namespace}")
        said = run("kubectl", "apply", "--dry-run=server", "--validate=strict", "--warnings-as-errors", "--filename", "-", given=resources)
        print(f"{manifest.name}: {len(said.splitlines())} resources are valid, no warnings")


def main() -> None:
    print(run("kubectl", "version").strip())
    run("kubectl", "apply", "--server-side", "--filename", DEFINITIONS)
    run("kubectl", "wait", "--for=condition=Established", "crd", "--all", "--timeout=60s")
    check_validation()
    for values in sorted((CHART / "profiles").glob("values-*.yaml")):
        check_release(values)
    check_kustomization()


main()

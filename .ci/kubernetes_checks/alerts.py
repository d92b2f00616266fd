#!/usr/bin/env python3
"""Writes the rules of rendered PrometheusRules as files for promtool, and checks that every alert is tried in its tests:
that it fires, and that it stays silent. Also writes the queries of the dashboard, one a line.

usage: alerts.py RENDERED.yaml TESTS.yaml DASHBOARD.json FOLDER
"""

import json
import sys
from pathlib import Path

import yaml

# What Grafana fills in, and values of the same form.
VARIABLES = {"$__rate_interval": "5m", "$namespace": "n", "$service": "s"}


def rules(rendered: str) -> list[dict]:
    resources = [resource for resource in yaml.safe_load_all(Path(rendered).read_text()) if resource]
    return [group for resource in resources if resource["kind"] == "PrometheusRule" for group in resource["spec"]["groups"]]


def tried(tests: str) -> tuple[set[str], set[str]]:
    fires, silent = set(), set()
    for test in yaml.safe_load(Path(tests).read_text())["tests"]:
        for case in test["alert_rule_test"]:
            (fires if case.get("exp_alerts") else silent).add(case["alertname"])
    return fires, silent


def queries(dashboard: str) -> list[str]:
    found = []
    for panel in json.loads(Path(dashboard).read_text())["panels"]:
        for target in panel.get("targets", []):
            query = target["expr"]
            for variable, value in VARIABLES.items():
                query = query.replace(variable, value)
            found.append(query)
    return found


def main() -> int:
    rendered, tests, dashboard, folder = sys.argv[1:]
    groups = rules(rendered)
    alerts = {rule["alert"] for group in groups for rule in group["rules"]}
    fires, silent = tried(tests)
    wrong = [f"{alert}: no test in which it fires" for alert in sorted(alerts - fires)]
    wrong += [f"{alert}: no test in which it stays silent" for alert in sorted(alerts - silent)]
    wrong += [f"{alert}: there is no such alert" for alert in sorted((fires | silent) - alerts)]
    Path(folder, "rules.yaml").write_text(yaml.safe_dump({"groups": groups}, sort_keys=False))
    # promtool compares all annotations or none; what is calculated stands in the summary.
    for group in groups:
        for rule in group["rules"]:
            rule["annotations"] = {"summary": rule["annotations"]["summary"]}
    Path(folder, "tried.yaml").write_text(yaml.safe_dump({"groups": groups}, sort_keys=False))
    Path(folder, "queries").write_text("\n".join(queries(dashboard)) + "\n")
    print(*(wrong or [f"{len(alerts)} alerts, each of them tried both ways"]), sep="\n")
    return 1 if wrong or not alerts else 0


sys.exit(main())

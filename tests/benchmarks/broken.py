"""Imports every file of a folder with foretrail-cli, each into a workspace of its own: refused with a message, or read with counts that add
up. Anything else is named.

    broken.py FORETRAIL_CLI FOLDER
"""
import json
import os
import subprocess
import sys
import tempfile

SECONDS = 60


def outcome(cli, path, folder):
    """"refused", "read", or what went wrong."""
    workspace = os.path.join(folder, "w.foretrail")
    try:
        run = subprocess.run([cli, "import", workspace, path, "--json"], capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f"nothing after {SECONDS} s"
    if run.returncode == 1:
        if os.path.exists(workspace):
            return "refused, but a workspace is left behind"
        return "refused" if os.path.basename(path) in run.stderr and not run.stdout else "refused without a message that names it"
    if run.returncode != 0:
        return f"exit code {run.returncode}"
    report = json.loads(run.stdout)
    accounted = report["stored"] + report["duplicate"] + report["rejected"] + report["filtered"]
    return "read" if report["read"] == accounted and report["stored"] > 0 else f"{report['read']} rows read, {accounted} accounted for"


def main():
    cli, folder = sys.argv[1:]
    names = sorted(name for name in os.listdir(folder) if name != "README.md")
    outcomes = {}
    for name in names:
        with tempfile.TemporaryDirectory() as work:
            outcomes[name] = outcome(cli, os.path.join(folder, name), work)
    counts = {kind: sum(one == kind for one in outcomes.values()) for kind in ("refused", "read")}
    others = {name: one for name, one in outcomes.items() if one not in counts}
    print(f"{len(names)} broken files: {counts['refused']} refused with a message, {counts['read']} read with counts that add up, {len(others)} otherwise")
    for name, one in others.items():
        print(f"   {name}: {one}")
    sys.exit(bool(others))


main()

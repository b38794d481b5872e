"""Runs the benchmarks of catalogue.py one after another and writes what they found as one table. packaging/benchmark.sh is the way in.

    gather.py [GROUP...] [--quick] [--out FOLDER] [--into FILE.md]

One that fails or takes too long is told in the table, the others go on. Writes benchmarks.md, .json and .tsv into FOLDER, what each
benchmark printed into FOLDER/benchmarks, and with --into puts the table between two markers of a Markdown file: lines of groups that were not
run stay as they are there.
"""
import argparse
import datetime
import json
import os
import platform
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time

from catalogue import BENCHMARKS, GROUPS

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ("group", "what", "foretrail", "beside", "ratio", "asked", "command")
HEADINGS = ("", "what", "Foretrail", "beside it", "ratio", "asked", "again by")
BEGIN, END = "<!-- figures: packaging/benchmark.sh --into writes what follows -->", "<!-- end of figures -->"
PATIENCE = 4  # times the minutes that are expected, and ten minutes more


def said_by(*command):
    """The first line of what a program prints, or nothing."""
    try:
        return (subprocess.run(command, capture_output=True, text=True, timeout=20).stdout.splitlines() or [""])[0].strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def field_of(path, name):
    try:
        with open(path) as file:
            return next((line.split(":", 1)[1].strip() for line in file if line.startswith(name)), "")
    except OSError:
        return ""


def package(*names):
    return next((version for name in names if (version := said_by("dpkg-query", "-W", "-f=${Version}", name))), "")


def machine(is_quick):
    """What the figures hang on, by name."""
    memory = field_of("/proc/meminfo", "MemTotal")
    release = platform.freedesktop_os_release() if os.path.exists("/etc/os-release") else {}
    commit = said_by("git", "rev-parse", "--short", "HEAD")
    is_changed = bool(said_by("git", "status", "--porcelain", "--untracked-files=no"))
    rivals = {"sqlite3": said_by("sqlite3", "--version").split(" ")[0]}
    for module in ("statsmodels", "pandas", "torch", "duckdb"):
        rivals["python3-" + module] = said_by(sys.executable, "-c", f"import {module}; print({module}.__version__)")
    rivals["R forecast"] = said_by("Rscript", "-e", 'cat(as.character(packageVersion("forecast")))') if shutil.which("Rscript") else ""
    return {
        "processor": field_of("/proc/cpuinfo", "model name") or platform.machine(), "cores": os.cpu_count(),
        "memory": f"{int(memory.split()[0]) / 1024 / 1024:.1f} GiB" if memory else "", "system": release.get("PRETTY_NAME", platform.system()),
        "Qt": package("qt6-base-dev"), "LibTorch": package("libtorch-dev"), "SQLite": package("libsqlite3-dev"), "OpenBLAS": package("libopenblas0-pthread"),
        "compiler": said_by("c++", "--version"), "build": os.environ.get("FORETRAIL_BUILD", "release"), "commit": commit + (" with changes" if is_changed else ""),
        "date": datetime.date.today().isoformat(), "load before": f"{os.getloadavg()[0]:.2f}", "form": "quick" if is_quick else "full",
        "rivals": ", ".join(f"{name} {version}" for name, version in rivals.items() if version) or "none"}


def run(command, limit, log):
    """What it printed, and what went wrong, if anything did. Ends all that it started."""
    with open(log, "w") as out:
        process = subprocess.Popen(["bash", "-c", f"exec {shlex.quote(HERE)}/{command}"], stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            code, problem = process.wait(limit), ""
        except subprocess.TimeoutExpired:
            code, problem = 0, f"not done after {limit / 60:.0f} minutes"
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                time.sleep(2)
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
    with open(log, errors="replace") as file:
        text = "\n" + file.read()
    if code != 0:
        problem = f"failed ({code}): " + (text.strip().splitlines() or ["without a word"])[-1][:160]
    return text, problem


def readable(text):
    """Long numbers with separators; those of a version or behind a point stay."""
    return re.sub(r"(?<![\d.,])\d{5,}(?![\d.,]*\.\d+\.)", lambda found: f"{int(found[0]):,}", text).strip()


def ratio_of(figure, ours, theirs):
    direction, mine, its = figure.better
    a, b = (float(found[at].replace(",", "")) for found, at in ((ours, mine), (theirs, its)))
    quotient = a / b if direction == "more" else b / a
    return f"{quotient:.1f}" if quotient >= 0.95 else f"{quotient:.2f}"


def summed(pattern, text):
    places = [[int(group.replace(",", "")) for group in found.groups()] for found in re.finditer(pattern, text)]
    return [sum(column) for column in zip(*places)]


def line_of(figure, text, command):
    """A row of the table, or None where the figure is not in the text."""
    row = {"group": figure.group, "what": figure.what, "beside": figure.beside, "ratio": "", "asked": figure.asked, "command": command}
    if figure.is_sum:
        sums = summed(figure.found, text)
        return row | {"foretrail": readable(re.sub(r"\\(\d)", lambda place: str(sums[int(place[1]) - 1]), figure.ours))} if sums else None
    ours = re.search(figure.found, text)
    if not ours:
        return None
    theirs = re.search(figure.rival, text) if figure.rival else ours
    if not theirs and figure.needs_rival:
        return None
    row |= {"what": readable(ours.expand(figure.what)), "foretrail": readable(ours.expand(figure.ours)),
            "beside": readable(theirs.expand(figure.beside)) if theirs else "rival not installed"}
    if figure.ratio:
        row["ratio"] = ours.expand(figure.ratio)
    elif figure.better and theirs:
        row["ratio"] = ratio_of(figure, ours, theirs)
    return row


def rows_of(benchmark, command, text, problem, groups, is_quick):
    again = f"`{command}`"
    wanted = [figure for figure in benchmark.figures if figure.group in groups]
    rows = [row for figure in wanted if (row := line_of(figure, text, again))]
    if problem:
        rows.append({"group": wanted[0].group, "what": f"{command}", "foretrail": problem, "beside": "", "ratio": "", "asked": "", "command": again})
    elif not rows and "nothing to" in text:
        reason = next(line for line in text.splitlines() if "nothing to" in line).removeprefix("== ")
        rows.append({"group": wanted[0].group, "what": f"{command}", "foretrail": "not measured: " + reason, "beside": "", "ratio": "", "asked": "", "command": again})
    elif not is_quick:
        for figure in wanted:
            if not figure.needs_rival and not any(row["group"] == figure.group for row in rows):
                rows.append({"group": figure.group, "what": figure.what, "foretrail": "not found in what it printed", "beside": "", "ratio": "", "asked": "", "command": again})
    return rows


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(rows):
    """Markdown: a group after the other, in the order of GROUPS."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "|" + "---|" * len(HEADINGS)]
    for row in sorted(rows, key=lambda row: GROUPS.index(row["group"])):
        lines.append("| " + " | ".join(cell(row[column]) for column in COLUMNS) + " |")
    return "\n".join(lines)


def rows_in(text):
    """The rows of a table that was written before."""
    rows = []
    for line in text.splitlines():
        cells = [part.strip().replace("\\|", "|") for part in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == len(COLUMNS) and cells[0] in GROUPS:
            rows.append(dict(zip(COLUMNS, cells)))
    return rows


def origins_in(text):
    return dict(re.findall(r"^- (\w+): (.+)$", text, re.M))


def origin(about):
    short = ", quick form" if about["form"] == "quick" else ""
    return (f"{about['date']}{short}, commit {about['commit']}, build {about['build']}, {about['cores']} cores of {about['processor']}, {about['memory']}, {about['system']}, "
            f"load {about['load before']} before; Qt {about['Qt']}, LibTorch {about['LibTorch']}, SQLite {about['SQLite']}, {about['compiler']}")


def put_into(path, rows, groups, about):
    with open(path) as file:
        text = file.read()
    if BEGIN not in text or END not in text:
        sys.exit(f"{path} has not the lines '{BEGIN}' and '{END}' that the table goes between.")
    head, rest = text.split(BEGIN, 1)
    before, tail = rest.split(END, 1)
    kept = [row for row in rows_in(before) if row["group"] not in groups]
    origins = {group: said for group, said in origins_in(before).items() if group not in groups} | {group: origin(about) for group in groups}
    notes = "\n".join(f"- {group}: {origins[group]}" for group in GROUPS if group in origins)
    with open(path, "w") as file:
        file.write(f"{head}{BEGIN}\n\n{table(kept + rows)}\n\nMeasured:\n\n{notes}\n\n{END}{tail}")


def write_all(folder, rows, about):
    with open(os.path.join(folder, "benchmarks.md"), "w") as file:
        file.write("# Figures of Foretrail\n\n" + "\n".join(f"- {name}: {value}" for name, value in about.items() if value != "") + "\n\n" + table(rows) + "\n")
    with open(os.path.join(folder, "benchmarks.json"), "w") as file:
        json.dump({"machine": about, "figures": rows}, file, indent=1, ensure_ascii=False)
    with open(os.path.join(folder, "benchmarks.tsv"), "w") as file:
        file.write("\t".join(COLUMNS) + "\n")
        file.writelines("\t".join(re.sub(r"\s", " ", row[column]) for column in COLUMNS) + "\n" for row in rows)


def planned(groups, is_quick):
    """Benchmarks that have a figure of these groups, with the command and the minutes of the form."""
    for benchmark in BENCHMARKS:
        command = benchmark.quick if is_quick else benchmark.full
        if command and benchmark.groups & groups:
            yield benchmark, command, benchmark.minutes[is_quick]


def main():
    parser = argparse.ArgumentParser(prog="packaging/benchmark.sh", description="Repeats the benchmarks and writes one table.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=" ".join(GROUPS) + "; all of them if nothing is said")
    parser.add_argument("--quick", action="store_true", help="a short form: smaller inputs, fewer rounds, no long one")
    parser.add_argument("--out", default="out", metavar="FOLDER", help="where the results go (out)")
    parser.add_argument("--into", metavar="FILE", help="a Markdown file with the two markers, such as README.md")
    parser.add_argument("--plan", action="store_true", help="say what would be run, and how long, and end")
    asked = parser.parse_args()
    if unknown := set(asked.groups) - set(GROUPS):
        parser.error(f"there is no group {' '.join(sorted(unknown))}; there are {' '.join(GROUPS)}")
    groups = set(asked.groups or GROUPS)
    plan = list(planned(groups, asked.quick))
    print(f"== {len(plan)} benchmarks, some {sum(minutes for *_, minutes in plan)} minutes once everything is built", flush=True)
    if asked.plan:
        for benchmark, command, minutes in plan:
            print(f"   {minutes:3} min  tests/benchmarks/{command}  ({', '.join(group for group in GROUPS if group in benchmark.groups)})")
        return
    logs = os.path.join(asked.out, "benchmarks")
    os.makedirs(logs, exist_ok=True)
    about, rows = machine(asked.quick), []
    for number, (benchmark, command, minutes) in enumerate(plan, 1):
        print(f"== {number} of {len(plan)}: tests/benchmarks/{command}, about {minutes} min", flush=True)
        began = time.monotonic()
        text, problem = run(command, 60 * (PATIENCE * minutes + 10), os.path.join(logs, re.sub(r"\W+", "-", command) + ".log"))
        found = rows_of(benchmark, command, text, problem, groups, asked.quick)
        rows += found
        write_all(asked.out, rows, about)  # what is there survives whatever ends this
        print(f"   {len(found)} figures in {(time.monotonic() - began) / 60:.1f} min{'; ' + problem if problem else ''}", flush=True)
    if asked.into:
        put_into(asked.into, rows, groups, about)
    print(f"== The table is in {asked.out}/benchmarks.md")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Static analysis of core, ui and app by clang-tidy, clazy and cppcheck; packaging/analyse.sh starts it.

Many sources of a layer are analysed as one unit of the compiler, so that Qt's headers are read once for all of them. That a source was found
clean is kept in build/analysis under a hash of all that the answer depends on: the tool, its settings, the flags, the source and
every header of the project that it includes."""
import argparse
import collections
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/check"
KEPT = ROOT / "build/analysis"
FOLDERS = ("core", "ui", "app")
OURS = f"^{re.escape(str(ROOT))}/({'|'.join(FOLDERS)})/"
MOST = 80  # sources of one unit
TORCH = "neural"  # the layer that sees LibTorch, whose headers clang does not compile as C++20: cppcheck alone looks at it
FINDING = re.compile(r"(\S+?):\d+:(\d+:)? (fatal error|error|warning|performance|portability|style|information): ")

Layer = collections.namedtuple("Layer", "name sources flags")


def told(text):
    """Lines of a file of settings without its comments."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


class ClangTidy:
    name, program, settings, reasoned = "clang-tidy", "clang-tidy", ROOT / ".clang-tidy", " 14."

    @staticmethod
    def command(unit, sources, flags):
        return ["clang-tidy", "--quiet", f"--config-file={ClangTidy.settings}", f"--header-filter={OURS}", unit,
                "--", *flags, "-Wall", "-Wextra", "-Wno-unknown-warning-option"]


class Clazy:
    name, program, settings, reasoned = "clazy", "clazy-standalone", ROOT / ".clazy", " 1.11"

    @staticmethod
    def command(unit, sources, flags):
        checks = ",".join(told(Clazy.settings.read_text()))
        return ["clazy-standalone", f"--checks={checks}", f"--header-filter={OURS}", unit, "--", *flags, "-w"]


class Cppcheck:
    name, program, settings, reasoned = "cppcheck", "cppcheck", ROOT / ".cppcheck", " 2.10"

    @staticmethod
    def command(unit, sources, flags):
        kept_still = [f"--suppress={line.split()[0]}" for line in told(Cppcheck.settings.read_text())]
        return ["cppcheck", "--quiet", "--enable=warning,performance,portability", "--std=c++20", "--language=c++", "--library=qt",
                "--inline-suppr", *kept_still, "--template={file}:{line}: {severity}: {message} [{id}]",
                "-DQ_SLOTS=", "-DQ_SIGNALS=public", "-DQ_EMIT=", f"-I{ROOT}", *map(str, sources)]


@functools.cache
def version_of(tool):
    return subprocess.run([tool.program, "--version"], capture_output=True, text=True).stdout


def flags_of(command):
    """Of a compiler's flags those that say what is seen: neither its warnings nor its precompiled headers, which are no other's."""
    words, flags = iter(shlex.split(command)), []
    for word in words:
        if word == "-isystem":
            flags += [word, next(words)]
        elif re.match(r"-[DI]|-std=|-march=|-fPIC", word):
            flags.append(word)
    return flags


def layers_of_build():
    layers = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["file"])
        is_unity = file.parent.name == "Unity"
        sources = map(pathlib.Path, re.findall(r'#include "(.*)"', file.read_text())) if is_unity else [file]
        sources = [s for s in sources if s.is_file() and s.is_relative_to(ROOT) and s.relative_to(ROOT).parts[0] in FOLDERS]
        if sources:
            place = file.parent.parent if is_unity else file
            layer = layers.setdefault(place, Layer(place.stem.removeprefix("foretrail_"), [], flags_of(entry["command"])))
            layer.sources.extend(sources)
    return list(layers.values())


class Contents:
    """Hashes of files and of what they include of the project; each file is read once."""
    def __init__(self):
        self.files = {}

    def read(self, file):
        if file not in self.files:
            text = file.read_bytes()
            names = map(os.fsdecode, re.findall(rb'^\s*#\s*include\s*"(.*?)"', text, re.M))
            places = [place / name for name in names for place in (ROOT, file.parent)]
            self.files[file] = hashlib.sha256(text).hexdigest(), [p for p in places if p.is_file()]
        return self.files[file]

    @functools.cache
    def closure(self, file):
        seen, ahead = set(), [file]
        while ahead:
            file = ahead.pop()
            if file not in seen:
                seen.add(file)
                ahead += self.read(file)[1]
        return seen

    @functools.cache
    def state(self, file):
        return "\n".join(f"{one} {self.read(one)[0]}" for one in sorted(self.closure(file)))


class Work:
    """One call of a tool."""
    def __init__(self, tool, layer, number, sources, is_changed, marks, contents):
        self.tool, self.sources, self.is_changed, self.marks, self.contents = tool, sources, is_changed, marks, contents
        self.name = f"{tool.name}-{layer.name}-{number}"
        self.unit = KEPT / "units" / f"{self.name}.cxx"
        self.command = tool.command(str(self.unit), sources, layer.flags)
        self.findings = None  # of a work that was done

    def run(self, deadline):
        if time.monotonic() < deadline:
            self.unit.write_text("".join(f'#include "{s}"\n' for s in self.sources))
            done = subprocess.run(self.command, capture_output=True, text=True, cwd=ROOT)
            self.take(done)
        return self

    def take(self, done):
        text = done.stdout if self.tool is ClangTidy else done.stdout + done.stderr
        lines = text.replace(f"{ROOT}/", "").splitlines()
        self.findings = list(dict.fromkeys(line for line in lines if FINDING.match(line)))
        if not self.findings and done.returncode != 0:
            self.findings = [f"{self.name} failed: {' '.join((done.stdout + done.stderr).splitlines()[-3:])}"]
            return
        faulty = {ROOT / FINDING.match(line)[1] for line in self.findings}
        for source in self.sources:
            if not faulty & self.contents.closure(source) and self.unit not in faulty:
                self.marks[source].touch()


def changed_since(base):
    """Files of the project that differ from that commit, by default from 20 commits ago or the oldest of a shallow copy; and the state's name."""
    def git(*words):
        found = shutil.which("git")
        return subprocess.run([found, "-C", ROOT, *words], capture_output=True, text=True).stdout.split() if found else []
    oldest = git("rev-list", "--max-count=21", "--first-parent", "HEAD")[-1:]
    names = git("diff", "--name-only", *([base] if base else oldest), "--")
    return {(ROOT / name).with_suffix("") for name in names}, "".join(git("rev-parse", "HEAD"))


def works_of(tool, layer, contents, changed, state):
    """What is not known as clean; what changed apart from the rest, which comes in an order that differs from commit to commit."""
    words = [version_of(tool), tool.settings.read_text(), *tool.command("", [], layer.flags)]
    marks = {}
    for source in layer.sources:
        mark = hashlib.sha256("\n".join([*words, contents.state(source)]).encode()).hexdigest()
        marks[source] = KEPT / "clean" / mark
    ahead = [s for s in layer.sources if not marks[s].exists()]
    parts = [s for s in ahead if s.with_suffix("") in changed], [s for s in ahead if s.with_suffix("") not in changed]
    parts[1].sort(key=lambda s: hashlib.sha256(f"{state} {s}".encode()).hexdigest())
    number = 0
    for is_changed, part in zip((True, False), parts):
        count = -(-len(part) // MOST)
        for i in range(count):
            number += 1
            chunk = sorted(part[len(part) * i // count:len(part) * (i + 1) // count])
            yield Work(tool, layer, number, chunk, is_changed, marks, contents)


def report(tool, layers, works):
    """Prints how much was done; whether the tool is content."""
    done = sum(len(w.sources) for w in works if w.findings is not None)
    left = sum(len(w.sources) for w in works if w.findings is None)
    known = sum(len(layer.sources) for layer in layers) - done - left
    count = len({line for w in works for line in w.findings or []})
    print(f"== {tool.name}: {done} sources analysed, {known} are as they were when they were found clean, {left} left out; findings: {count}")
    is_judge = tool.reasoned in version_of(tool)
    if count and not is_judge:
        print(f"== The checks were chosen for another version of {tool.name}: what it finds is advice")
    return count == 0 or not is_judge


def parsed():
    options = argparse.ArgumentParser(prog="analyse.sh", description="Analyses core, ui and app with clang-tidy, clazy and cppcheck.")
    options.add_argument("--all", action="store_true", help="everything that is not known as clean, however long it takes")
    options.add_argument("--minutes", type=float, default=2, help="without --all: nothing is begun after so many minutes (2)")
    options.add_argument("--base", default="", help="what changed since this commit comes first (20 commits ago)")
    options.add_argument("--layer", default=".*", help="only layers whose name matches this expression, as in 'ui|data'")
    options.add_argument("--tool", action="append", help="only this tool, as in clazy; may be given again")
    options.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at a time (as many as there are cores)")
    return options.parse_args()


def main():
    given = parsed()
    deadline = float("inf") if given.all else time.monotonic() + 60 * given.minutes
    tools = [t for t in (Cppcheck, ClangTidy, Clazy) if not given.tool or t.name in given.tool]
    for tool in tools:
        if not shutil.which(tool.program):
            sys.exit(f"{tool.program} is not installed: see the lines 'test' of packaging/dependencies")
    for folder in ("clean", "units"):
        (KEPT / folder).mkdir(parents=True, exist_ok=True)
    layers = layers_of_build()
    strange = {s for folder in FOLDERS for s in (ROOT / folder).rglob("*.cpp")} - {s for layer in layers for s in layer.sources}
    if strange:
        print("== In no target of build/check, so not looked at (new ones: cmake --preset check):", *sorted(s.relative_to(ROOT) for s in strange))
    layers = [layer for layer in layers if re.fullmatch(given.layer, layer.name)]
    layers_of = {tool: [layer for layer in layers if tool is Cppcheck or layer.name != TORCH] for tool in tools}
    contents = Contents()
    changed, state = changed_since(given.base)
    works = [work for tool in tools for layer in layers_of[tool] for work in works_of(tool, layer, contents, changed, state)]
    works.sort(key=lambda w: (w.tool is not Cppcheck, not w.is_changed, hashlib.sha256(f"{state} {w.name}".encode()).hexdigest()))
    said = set()
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as threads:
        for work in threads.map(lambda work: work.run(deadline), works):
            for line in work.findings or []:
                if line not in said:
                    print(line, flush=True)
                said.add(line)
    contented = [report(tool, layers_of[tool], [w for w in works if w.tool is tool]) for tool in tools]
    if any(w.findings is None for w in works):
        print(f"== Time was up after {given.minutes:g} minutes: packaging/analyse.sh --all looks at what was left out")
    sys.exit(0 if all(contented) else 1)


main()

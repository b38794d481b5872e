#!/usr/bin/env bash
# The layers and folders as the code has them: read from the includes and from what CMake lets each layer see. Fails on an include that goes up, on
# layers or folders that need each other, and on headers that include each other.
#   packaging/include-graph.sh             checks, and says how many includes and headers it saw
#   packaging/include-graph.sh --draw      the layers as mermaid, as in CONTRIBUTING.md
#   packaging/include-graph.sh --folders   every folder, with the folders that it includes from and how often
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec python3 -B - "$@" <<'PY'
import os
import re
import sys
from collections import Counter, defaultdict

# Folders of the window, the lowest first; those of one line may use each other. What lies in ui itself is either for all of them (the
# session, settings, words) or above them all (the main window).
LEVELS = (("ui/settings", "ui/theme"), ("ui/charts", "ui/models"), ("ui/asking",), ("ui/widgets",), ("ui/dialogs", "ui/report"),
          ("ui/pages",), ("ui/help",))
ABOVE_ALL = "ui/MainWindow"
# Known, and not to grow: what a chart shows when it has nothing is the empty state of a page.
TOLERATED = {("ui/charts/LineChart.cpp", "ui/widgets/EmptyState.h")}


def layers_of_cmake():
    """Of each layer of core, the folder and the layers that it uses, all the way down."""
    uses, folders = {}, {}
    for place in ("core", "core/neural"):
        with open(f"{place}/CMakeLists.txt") as file:
            text = re.sub(r"#.*", "", file.read())
        for name, rest in re.findall(r"foretrail_layer\((\w+)([^)]*)\)", text):
            folder = re.search(r"FOLDER \$\{CMAKE_CURRENT_SOURCE_DIR\}/(\w+)", rest)
            folders[name] = f"{place}/{folder[1] if folder else name}"
            uses[name] = set(re.findall(r"\bforetrail_(\w+)", rest))
    uses["neural"], folders["neural"] = {"neural_interface"}, "core/neural/torch"
    with open("ui/CMakeLists.txt") as file:
        uses["ui"], folders["ui"] = set(re.findall(r"\bforetrail_(\w+)", re.search(r"USES([^)]*)", file.read())[1])), "ui"
    uses["app"], folders["app"] = {"ui", *uses["ui"]}, "app"
    return uses, folders


def closure(uses, name, seen):
    for other in uses.get(name, ()):
        if other not in seen:
            seen.add(other)
            closure(uses, other, seen)
    return seen


def includes():
    """Each own include as (file, line, what is included)."""
    for base in ("core", "ui", "app"):
        for folder, _, names in os.walk(base):
            for name in names:
                if name.endswith((".h", ".cpp")):
                    path = os.path.join(folder, name)
                    with open(path) as file:
                        for number, line in enumerate(file, 1):
                            if found := re.match(r'\s*#\s*include "((?:core|ui|app)/[^"]+)"', line):
                                yield path, number, found[1]


def circles(edges):
    """Groups of nodes that reach each other (Tarjan)."""
    sys.setrecursionlimit(10_000)
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in edges.get(node, ()):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = []
            while not group or group[-1] != node:
                group.append(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for node in list(edges):
        if node not in index:
            visit(node)
    return found


def level_of(path):
    """Of a file of the window; None for what stands beside the levels."""
    if path.startswith(ABOVE_ALL):
        return len(LEVELS)
    return next((i for i, folders in enumerate(LEVELS) if os.path.dirname(path) in folders), None)


def is_inside(a, b):
    """A folder and its own subfolder are one thing with an inside."""
    return a == b or a.startswith(b + "/") or b.startswith(a + "/")


def main():
    uses, folders = layers_of_cmake()
    by_length = sorted(folders.items(), key=lambda item: -len(item[1]))
    layer_of = lambda path: next((name for name, folder in by_length if path.startswith(folder + "/")), None)
    allowed = {name: closure(uses, name, {name}) for name in uses}
    all_of_them = list(includes())
    problems, between, headers, siblings = [], Counter(), defaultdict(set), defaultdict(set)
    for path, number, target in all_of_them:
        mine, other = layer_of(path), layer_of(target)
        a, b = os.path.dirname(path), os.path.dirname(target)
        between[a, b] += a != b
        if other is None or mine is None:
            problems.append(f"{path}:{number}: {target} belongs to no layer")
        elif other not in allowed[mine]:
            problems.append(f"{path}:{number}: {mine} may not use {other} ({target})")
        if path.endswith(".h"):
            headers[path].add(target)
        up, down = level_of(path), level_of(target)
        if up is not None and down is not None and down > up and (path, target) not in TOLERATED:
            problems.append(f"{path}:{number}: {a} lies below {b} ({target})")
        if mine == other and mine != "ui" and not is_inside(a, b):
            siblings[a].add(b)
    problems += ["layers need each other: " + ", ".join(group) for group in circles(uses)]
    problems += ["headers include each other: " + ", ".join(group) for group in circles(headers)]
    problems += ["folders need each other: " + ", ".join(group) for group in circles(siblings)]
    picture = drawn(uses)
    with open("CONTRIBUTING.md") as file:
        if picture not in file.read():
            problems.append("CONTRIBUTING.md shows other layers: put there what packaging/include-graph.sh --draw prints")
    if "--draw" in sys.argv:
        print(picture)
    elif "--folders" in sys.argv:
        for folder in sorted({a for a, _ in between}):
            print(folder + ": " + ", ".join(f"{b} {count}" for (a, b), count in sorted(between.items()) if a == folder and count))
    else:
        print(f"{len(all_of_them)} includes between {len({path for path, *_ in all_of_them})} files, {len(headers)} headers: {len(problems)} problems")
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(bool(problems) or len(all_of_them) < 1000)


def drawn(uses):
    """What a layer uses and does not already see through another one."""
    lines = ["```mermaid", "graph BT"]
    for name in sorted(uses):
        for other in sorted(uses[name]):
            if not any(other in closure(uses, between, set()) for between in uses[name] if between != other):
                lines.append(f"    {name} --> {other}")
    return "\n".join(lines + ["```"])


main()
PY

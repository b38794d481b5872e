#!/usr/bin/env bash
# A layer that includes what is not its own fails to compile: every file of the build is compiled behind the shadow
# headers of what its layer must not see, and such a header stops the compiler. No layer or folder needs one above it. Takes the build folder.
set -euo pipefail
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
complain() { printf '%s\n' "$*" >&2; exit 1; }

"$root/packaging/include-graph.sh" || complain "the includes above go against the layers"

# Dialogs are made of what pages are made of, never the other way round.
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
(cd "$root" && cp -r --parents core ui app CONTRIBUTING.md packaging/include-graph.sh "$trial")
printf '#include "ui/dialogs/UsersDialog.h"\n' > "$trial/ui/widgets/Slip.cpp"
case "$("$trial/packaging/include-graph.sh" 2>&1 || true)" in
    *"ui/widgets/Slip.cpp:1: ui/widgets lies below ui/dialogs (ui/dialogs/UsersDialog.h)"*) ;;
    *) complain "that ui/widgets includes a dialog is not noticed" ;;
esac

# Files of a layer that are compiled together lie in its folder of the build: CMakeFiles/foretrail_LAYER.dir/Unity.
layer_of() {
    local layer=${1#*/foretrail_}
    layer=${layer%%.dir/*}
    case "$layer" in
        neural) echo core/neural/torch/ ;;
        ui) echo ui/ ;;
        base|jobs|series|preparation|evaluation|models|data|behaviour|neural_interface|training|report|live|online|drift|advertising) echo "core/$layer/" ;;
        *) echo tests/ ;;
    esac
}

# compile_commands.json holds one "command" line a file, followed by its "file" line.
checked=0
while read -r command; do
    read -r file
    case "$file" in */Unity/*) file=/$(layer_of "$file") ;; */build/*|*_autogen*) continue ;; esac
    wanted=
    case "$file" in
        */core/neural/torch/*) wanted= ;;
        */core/data/*) wanted="torch widgets" ;;
        */core/*) wanted="torch sql widgets" ;;
        */ui/*) case "$file" in */tests/*) ;; *) wanted="torch sql" ;; esac ;;
    esac
    case "$file" in */tests/*) wanted= ;; esac
    for what in $wanted; do
        case "$command" in *"/shadow/$what"*) ;; *) complain "$file is compiled without the guard against $what" ;; esac
        checked=$((checked + 1))
    done
done < <(grep -E '^ *"(command|file)":' "$build/compile_commands.json")
[ "$checked" -gt 50 ] || complain "only $checked guards were seen"

for pair in torch:torch/torch.h sql:sqlite3.h sql:SQLiteCpp/Database.h widgets:QtWidgets/QWidget; do
    what=${pair%%:*}; header=${pair#*:}
    if printf '#include <%s>\n' "$header" | c++ -x c++ -fsyntax-only -I "$build/shadow/$what" - 2> "$build/shadow/said"; then
        complain "$header compiles behind the guard against $what"
    fi
    grep -q 'is not for this layer' "$build/shadow/said" || complain "the guard against $header does not say why"
done

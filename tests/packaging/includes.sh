#!/usr/bin/env bash
# What the include folders alone do not forbid: a file includes of the project only what its layer USES (core/CMakeLists.txt), and of
# others' headers none that belong to another layer. The last part slips once in each way and wants to be told so.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
complain() { printf '%s\n' "$*" >&2; exit 1; }

# Prints "FILE includes HEADER" for each slip below the folder.
slips() {
    cd "$1"
    awk '
    function layer_of(path,   longest, folder) { # the layer with the longest folder that begins the path
        longest = ""
        for (folder in layers) if (index(path, folder "/") == 1 && length(folder) > length(longest)) longest = folder
        return longest == "" ? "" : layers[longest]
    }
    function place(file) { sub(/\/CMakeLists.txt$/, "", file); return file }
    function collect(from, name,   told, words, i) {
        if ((from, name) in sees) return
        sees[from, name] = 1
        told = uses[name]
        if (name != from) sub(/ PRIVATE .*/, "", told) # which is not handed on
        split(told, words, " ")
        for (i in words) if (words[i] ~ /^foretrail_/) collect(from, substr(words[i], 11))
    }
    table {
        if ($0 ~ /^foretrail_layer\(/) call = ""
        else if (call == "") next
        call = call " " $0
        if ($0 !~ /\)$/) next
        gsub(/[()]/, " ", call)
        gsub(/\$ *\{CMAKE_CURRENT_SOURCE_DIR\}/, place(FILENAME), call)
        count = split(call, words, " ")
        folder = "core/" words[2]
        for (i = 3; i <= count; ++i) if (words[i] == "FOLDER") folder = words[i + 1]
        layers[folder] = words[2]
        uses[words[2]] = call
        call = ""
        next
    }
    {
        if (!collected) {
            layers["core/neural/torch"] = "neural"; uses["neural"] = "foretrail_neural_interface"
            layers["app"] = "app"; uses["app"] = "foretrail_ui"
            for (folder in layers) collect(layers[folder], layers[folder])
            collected = 1
        }
        file = $0; sub(/:.*/, "", file)
        header = $0; sub(/^[^<"]*[<"]/, "", header); sub(/[>"].*/, "", header)
        from = layer_of(file)
        if ($0 ~ /"/) slip = header ~ /^(core|ui|app)\// && !((from, layer_of(header)) in sees)
        else slip = header ~ /^(torch|ATen|c10|caffe2)\// && from != "neural" \
                 || header ~ /^(sqlite3\.h|SQLiteCpp\/|QtSql\/|QSql)/ && from != "data" \
                 || header ~ /^Qt(Widgets|Gui|Charts|Svg|OpenGL|PrintSupport)/ && file ~ /^core\//
        if (slip) print file " includes " header
        ++seen
    }
    END { if (seen < 1 || length(layers) < 10) print "nothing was read" }
    ' table=1 core/CMakeLists.txt core/neural/CMakeLists.txt ui/CMakeLists.txt table=0 - < <(grep -rHE --include='*.cpp' --include='*.h' '^ *# *include' core ui app)
}

found=$(slips "$root")
[ -z "$found" ] || complain "$found" "These are not for their layers: see the table of layers in core/CMakeLists.txt"

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
mkdir -p "$trial/app"
(cd "$root" && cp --parents core/CMakeLists.txt core/neural/CMakeLists.txt ui/CMakeLists.txt "$trial")
while read -r file header; do
    mkdir -p "$trial/$(dirname "$file")"
    printf '#include %s\n' "$header" > "$trial/$file"
    [ "$(slips "$trial")" = "$file includes ${header:1:-1}" ] || complain "That $file includes $header is not noticed"
    rm "$trial/$file"
done <<'slips'
core/base/Slip.h "core/jobs/Job.h"
core/models/Slip.cpp "core/training/Trainer.h"
core/neural/interface/Slip.cpp "core/neural/engine/Tensor.h"
core/live/Slip.cpp "core/neural/engine/Tensor.h"
core/report/Slip.cpp "ui/Page.h"
ui/pages/Slip.cpp "app/gui/RenderPages.h"
core/neural/engine/Slip.cpp <torch/nn.h>
ui/Slip.cpp <sqlite3.h>
core/behaviour/Slip.cpp <SQLiteCpp/Transaction.h>
core/report/Slip.cpp <QtGui/QColor>
slips

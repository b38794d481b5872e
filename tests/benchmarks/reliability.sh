#!/usr/bin/env bash
# Kills that the work survived, broken files, and inputs drawn at random that the readers withstood. Kills are those of the tests: each
# checks that the workspace opens, is intact and holds what was committed and nothing else.
#   tests/benchmarks/reliability.sh [SECONDS OF EACH FUZZ TARGET]      default: 60; 0 leaves them out
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

killers=(cli_tst_kill cli_tst_cli_live core_training_tst_runs core_data_tst_gatheredwrites core_online_tst_updateladder)
programs foretrail-cli foretrail_neural "${killers[@]}"
export QT_QPA_PLATFORM=offscreen OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 TZ=UTC
failed=0
for name in "${killers[@]}"; do
    # A test names its kills in a line; whether they were survived is told by the line on which it passes.
    functions=()
    case "$name" in
        cli_tst_cli_live) functions=(killedAtAnyMoment) ;;
        core_training_tst_runs) functions=(survivesBeingKilled) ;;
        core_data_tst_gatheredwrites) functions=(killed) ;;
        core_online_tst_updateladder) functions=(killedBetweenTrainingAndPublishing) ;;
    esac
    "$tests/$name" "${functions[@]}" -o -,txt 2>&1 | python3 -c '
import re, sys
told, passed = {}, set()
for line in sys.stdin:
    if found := re.match(r"QINFO *: (\w+::\w+\(.*?\)) (\d+) kills", line):
        told[found[1]] = told.get(found[1], 0) + int(found[2])
    elif found := re.match(r"PASS *: (\w+::\w+\(.*?\))", line):
        passed.add(found[1])
for name, kills in told.items():
    print("%s: %d of %d kills survived" % (name, kills if name in passed else 0, kills))' || failed=1
done
python3 tests/benchmarks/broken.py "$bin/foretrail-cli" tests/data/broken || failed=1
seconds=${1:-60}
[ "$seconds" = 0 ] || tests/fuzz/run.sh "$seconds" || failed=1
exit $failed

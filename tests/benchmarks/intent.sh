#!/usr/bin/env bash
# Ranks the users of a public behaviour log by whether they buy on its last day, beside how often and how lately they bought before.
# Everything is learnt from days before that one. Reads the data in place; says so where it is absent.
#   tests/benchmarks/intent.sh [MODEL]      default: auto
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ -f "$data/taobao/UserBehavior.csv" ] || { say "The public data is not beside the project: nothing to measure"; exit 0; }
programs foretrail-cli foretrail_neural
cli=$bin/foretrail-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$cli" import "$work/taobao.foretrail" "$data/taobao/UserBehavior.csv" --kind events --time-zone Asia/Shanghai \
    --map user=1,item=2,category=3,kind=4,time=5 >/dev/null 2>"$work/log" || { cat "$work/log"; exit 1; }
# asked TASK HORIZON SINCE
asked() {
    "$cli" intent "$work/taobao.foretrail" --task "$1" ${2:+--horizon "$2"} --test-since "$3" --model "${model:-auto}" --json 2>/dev/null | python3 -c '
import json, sys
report = json.load(sys.stdin)
print("   %d cases learnt from, %d cut-offs, %s taken, %.1f s" % (report["cases"], report["cut_offs"], report["model"], report["seconds"]))
print("   %-12s %6s %6s %6s %9s %6s %6s %6s %6s" % ("", "AUC", "error", "PR AUC", "log loss", "Brier", "ECE", "users", "did"))
for name, one in sorted(report["test"].items(), key=lambda pair: pair[1]["auc"] or 0):
    print("   %-12s %6.3f %6.3f %6.3f %9.4f %6.3f %6.3f %6d %6d" % (name, one["auc"], one["auc_error"], one["pr_auc"], one["log_loss"], one["brier"], one["ece"], one["count"], one["positives"]))
for note in report["notes"]:
    print("   " + note)'
}
model=${1:-auto}
say "Taobao, who buys on the last day, 2017-12-03 (number of earlier purchases: AUC .648)"
asked purchase 1 2017-12-03
say "Taobao, who is not seen (does not buy) within the usual gap"
asked churn "" 2017-12-01
say "Taobao, which session of the last day ends in a purchase, after its first events"
asked session "" 2017-12-03

#!/usr/bin/env bash
# Imports public logs and ranks all items in each test case, beside published figures. Reads the data in place; says so where it is
# absent.
#   tests/benchmarks/recommend.sh [MODEL,...]      default: every recommender but the networks
#   tests/benchmarks/recommend.sh networks         the GRU on Diginetica alone, which takes its time on two cores
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

models=${1:-recent-popularity,session-popularity,markov,item-knn,session-knn,combination}
[ "$models" != networks ] || models=gru only=diginetica
[ -d "$data/sessions" ] || { say "The public data is not beside the project: nothing to measure"; exit 0; }
programs foretrail-cli foretrail_neural
cli=$bin/foretrail-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# import NAME FILE [options]
import() {
    local name=$1 file=$2; shift 2
    "$cli" import "$work/$name.foretrail" "$data/$file" --kind events "$@" >/dev/null 2>"$work/$name.log" || { cat "$work/$name.log"; exit 1; }
}
# ranked NAME [options of recommend-eval]
ranked() {
    local name=$1; shift
    "$cli" recommend-eval "$work/$name.foretrail" --model "$models" "$@" --json 2>/dev/null | python3 -c '
import json, sys
report = json.load(sys.stdin)
print("   %d cases, %d threads" % (report["cases"], report["threads"]))
print("   %-20s %6s %6s  %6s %6s  %6s %6s  %6s %6s %6s %8s %8s %8s" % ("", "HR@5", "NDCG@5", "HR@10", "NDCG10", "P@20", "MRR@20", "cover.", "divers", "popul.", "fit s", "rank s", "cpu s"))
for name, model in sorted(report["models"].items(), key=lambda one: one[1]["at"]["20"]["recall"]):
    at = model["at"]
    print("   %-20s %6.4f %6.4f  %6.4f %6.4f  %6.2f %6.2f  %6.3f %6.3f %6.3f %8.1f %8.1f %8.1f" % (
        name, at["5"]["recall"], at["5"]["ndcg"], at["10"]["recall"], at["10"]["ndcg"], 100 * at["20"]["recall"], 100 * at["20"]["mrr"],
        model["coverage"], model["diversity"], model["popularity"], model["fit_seconds"], model["rank_seconds"], model["rank_processor_seconds"]))'
}

say "Diginetica, 60,858 prefixes of the last week, P@20 / MRR@20 in percent"
import diginetica sessions/diginetica_train.csv.gz --map session=session_id,position=position,item=item_id
ranked diginetica --test-cases "$data/sessions/diginetica_test.csv.gz"
say "published: POP 0.89 / 0.20, S-POP 21.06 / 13.68, item-kNN 35.75 / 11.57, GRU4Rec 29.45 / 8.33, NARM 49.70 / 16.17, SR-GNN 50.73 / 17.59; V-SKNN 52.5 / 18.3"
[ "${only:-}" != diginetica ] || exit 0
say "Amazon Beauty, the last item of each user (users learn from each other's later items, as in the published figures)"
import beauty amazon/Beauty_5core.csv.gz --map user=user_id,item=item_id,time=timestamp
ranked beauty --protocol leave-one-out
say "published HR@10 / NDCG@10: POP .0154 / .0073, GRU4Rec .0283 / .0137, SASRec .0605 / .0318, S3-Rec .0647 / .0327, TIGER .0648 / .0384"
say "Taobao, 407 users, the last day"
import taobao taobao/UserBehavior.csv --map user=1,item=2,category=3,kind=4,time=5
ranked taobao --test-since 2017-12-03

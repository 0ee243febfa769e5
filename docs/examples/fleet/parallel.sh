#!/usr/bin/env bash
# Runs the tasks of a manifest on several machines over ssh, with GNU parallel.
# 用 GNU parallel 经 ssh 在多台机器上运行任务清单。
#
#   parallel.sh TASKS FOLDER RESULTS NODE...
#
# TASKS    the manifest; FOLDER the folder that was listed, by the same relative path as then
# RESULTS  where the results come together, on this machine
# NODE     as ssh knows it, with the processors to be used before it: 8/node1; each has shuanggang and rsync
#
# Inputs go to every node once. Each task is one job, whose result comes back and is removed from the node; one that
# fails is tried on the others: a node that is down, and one whose disk is full, only slow things down. What has a
# result here is not run again; run the same line once more to fill what is left.
set -euo pipefail
tasks=$1 folder=$2 results=$3
shift 3
mkdir -p "$results/results"
cp "$tasks" "$results/tasks.jsonl"
nodes=$(IFS=,; echo "$*")
for node in "$@"; do
    # Relative to the folder in which one is logged in. A node that is down now is left to parallel.
    rsync -a --relative "$tasks" "$folder" "${node##*/}:" || echo "no inputs on ${node##*/}" >&2
done
# Ids of tasks without a result, in order of the manifest.
open() {
    sed 's/.*"id":"\([0-9a-f]*\)".*/\1/' "$tasks" | while read -r id; do
        [[ -s $results/results/${id:0:2}/$id.json ]] || echo "$id"
    done
}
# What failed everywhere, say since a node went down under it, gets another round.
for round in 1 2 3; do
    open | parallel --sshlogin "$nodes" --retries 6 --joblog "$results/joblog$round" --timeout 1800 \
        --return "$results/results/{= s/^(..).*/\$1/ =}/{}.json" --cleanup \
        shuanggang fleet run "$tasks" --out "$results" --task {} --quiet || true
    if [[ -z $(open) ]]; then
        exit 0
    fi
done
echo "some tasks have no result; see $results/joblog3" >&2
exit 1

#!/usr/bin/env bash
# Measures the handover pack of one engagement (every kind, both languages, HTML and DOCX) and the weekly agendas of many, over a fresh home.
# Usage: tests/benchmarks/documents.sh [ENGAGEMENTS] [ROWS] [ROUNDS]     needs the .NET SDK; run it on an idle machine
set -euo pipefail
cd "$(dirname "$0")"
engagements=${1:-500}
rows=${2:-1000}
rounds=${3:-5}
# Others on the machine spoil the figures; as root, NICE="chrt -r 1" keeps most of them away.
work=${BENCHMARK_DIR:-${TMPDIR:-/tmp}/ops-benchmark-documents}
[ -n "${NO_BUILD:-}" ] || { dotnet build ../../ops -c Release -v q -nologo; dotnet build . -c Release -v q -nologo; }
ops=${OPS:-../../ops/bin/Release/net10.0/ops}
bench=bin/Release/net10.0/OpsAutomation.Benchmarks
rm -rf "$work"
mkdir -p "$work"
"$bench" generate "$work/deals.csv" "$rows"
"$ops" init bench-1 --name "Bench 1" --lang fr --start 2025-01-06 --home "$work/home" > /dev/null
"$ops" import "$work/deals.csv" -e bench-1 --home "$work/home" > /dev/null
# The same engagement under other names, each with facts of its own.
for number in $(seq 2 "$engagements"); do
  "$ops" init "bench-$number" --name "Bench $number" --lang fr --start 2025-01-06 --home "$work/home" > /dev/null
  "$ops" import "$work/deals.csv" -e "bench-$number" --home "$work/home" > /dev/null
done
${NICE:-} "$bench" pack "$work/home" bench-1 "$rounds"
${NICE:-} "$bench" agendas "$work/home"

#!/usr/bin/env bash
# Measures `ops import` and `ops kpis`, whole processes, against DuckDB answering the same six deal KPIs from the same file.
# Usage: tests/benchmarks/run.sh [ROWS] [ROUNDS]     needs the .NET SDK, Node.js and GNU time; run it on an idle machine
set -euo pipefail
cd "$(dirname "$0")"
rows=${1:-1000000}
rounds=${2:-5}
work=${BENCHMARK_DIR:-${TMPDIR:-/tmp}/ops-benchmark}
from=2025-01-01
to=2025-12-31
mkdir -p "$work"
dotnet build ../../ops -c Release -v q -nologo
dotnet build . -c Release -v q -nologo
# Not "npm ci": the lock file holds only the platforms that it was made on, and package.json pins the version.
[ -d node_modules ] || npm install --no-save --no-audit --no-fund --loglevel=error
ops=../../ops/bin/Release/net10.0/ops
export_file=$work/hubspot-deals-$rows.csv
[ -f "$export_file" ] || bin/Release/net10.0/OpsAutomation.Benchmarks generate "$export_file" "$rows"
cat "$export_file" > /dev/null
for round in $(seq "$rounds"); do
  rm -rf "$work/home"
  "$ops" init bench --name Bench --lang en --currency EUR --zone Europe/Paris --start 2025-01-06 --home "$work/home" > /dev/null
  /usr/bin/time -f "%e %M" -o "$work/import.$round" "$ops" import "$export_file" -e bench --json --home "$work/home" > "$work/import.json"
  /usr/bin/time -f "%e %M" -o "$work/kpis.$round" "$ops" kpis -e bench --from "$from" --to "$to" --at "$to" --json --home "$work/home" > "$work/kpis.json"
  /usr/bin/time -f "%e %M" -o "$work/duckdb.$round" node duckdb.js "$export_file" "$from" "$to" > "$work/duckdb.json"
done
node compare.js "$work" "$rounds"

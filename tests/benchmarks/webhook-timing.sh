#!/usr/bin/env bash
# Compares how long `ops serve` takes to refuse a webhook of an engagement that is not there, with another secret, and of a source that is not there.
# Usage: tests/benchmarks/webhook-timing.sh [ROUNDS]     exits 1 where a difference stands out of the noise; needs the .NET SDK
set -euo pipefail
cd "$(dirname "$0")"
rounds=${1:-3000}
work=${BENCHMARK_DIR:-${TMPDIR:-/tmp}/ops-benchmark-timing}
[ -n "${NO_BUILD:-}" ] || { dotnet build ../../ops -c Release -v q -nologo; dotnet build . -c Release -v q -nologo; }
ops=${OPS:-../../ops/bin/Release/net10.0/ops}
rm -rf "$work"
mkdir -p "$work"
"$ops" init bench --name Bench --lang en --start 2025-01-06 --home "$work/home" > /dev/null
for scheme in standard token hubspot slack intercom trello clickup stripe typeform calendly github notion; do
  secret=$(head -c 32 /dev/urandom | base64 | tr -d '+/=')
  [ $scheme = standard ] && secret="whsec_$(head -c 32 /dev/urandom | base64)"
  echo "$secret" | "$ops" webhook add $scheme --scheme $scheme -e bench --secret-file - --home "$work/home" > /dev/null
done
: > "$work/out"
"$ops" serve --port 0 --home "$work/home" > "$work/out" 2> "$work/log" &
app=$!
trap 'kill -9 $app 2> /dev/null || true' EXIT
until address=$(grep -oE 'http://[0-9.:]+' "$work/out" | head -1) && [ -n "$address" ]; do sleep 0.05; done
bin/Release/net10.0/OpsAutomation.Benchmarks webhook-timing "$address" "$rounds"

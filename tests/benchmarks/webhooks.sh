#!/usr/bin/env bash
# Measures ReceiveWebhook of `ops serve` over a fresh home: signed events of 2 KiB, from connections on this machine.
# Usage: tests/benchmarks/webhooks.sh [RATE] [SECONDS] [CONNECTIONS]     RATE 0: as many as there can be; needs the .NET SDK
set -euo pipefail
cd "$(dirname "$0")"
rate=${1:-2000}
seconds=${2:-30}
connections=${3:-64}
port=${PORT:-7977}
# Others on the machine spoil the figures; as root, NICE="chrt -r 1" keeps most of them away.
work=${BENCHMARK_DIR:-${TMPDIR:-/tmp}/ops-benchmark-webhooks}
[ -n "${NO_BUILD:-}" ] || { dotnet build ../../ops -c Release -v q -nologo; dotnet build . -c Release -v q -nologo; }
ops=${OPS:-../../ops/bin/Release/net10.0/ops}
rm -rf "$work"
mkdir -p "$work"
"$ops" init bench --name Bench --lang en --start 2025-01-06 --home "$work/home" > /dev/null
echo "whsec_$(head -c 32 /dev/urandom | base64)" > "$work/secret"
head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$work/slack"
"$ops" webhook add n8n -e bench --secret-file "$work/secret" --home "$work/home" > /dev/null
"$ops" webhook add slack -e bench --secret-file "$work/slack" --home "$work/home" > /dev/null
sources=http://127.0.0.1:$port/api/engagements/bench/webhooks
client=bin/Release/net10.0/OpsAutomation.Benchmarks
${NICE:-} "$ops" serve --port "$port" --home "$work/home" > "$work/out" 2> "$work/log" &
app=$!
trap 'kill -9 $app 2> /dev/null || true' EXIT
${NICE:-} "$client" first "$sources/slack" "$work/slack"
${NICE:-} "$client" webhooks "$sources/n8n" "$work/secret" $app "$connections" "$rate" "$seconds" | tee "$work/figures"
# What a 202 promised must be there although the app had no time to end.
kill -9 $app
wait $app 2> /dev/null || true
"$client" kept "$work/home" bench "$(sed -n 's/^answered 202 *\([0-9]*\).*/\1/p' "$work/figures")"

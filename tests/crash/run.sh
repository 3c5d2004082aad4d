#!/usr/bin/env bash
# The long form of the crash suite: OPS_CRASH_KILLS=200 tests/crash/run.sh [REPORT.md]
# Kills the app as often as asked (200 unless said otherwise) and writes what was killed how often, and what was found.
# OPS_CRASH_SEED=N chooses other kills; OPS_CRASH_LOGS=FOLDER keeps what each life of the app printed; OPS_CRASH_LANES=N runs N scenarios at once (2).
set -euo pipefail
report=$(realpath -m "${1:-crash-report.md}")
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ -d tests/azure/node_modules/azurite ] || (cd tests/azure && npm ci --no-audit --no-fund --loglevel=error)
dotnet build tests/crash -nologo -v quiet -clp:ErrorsOnly
export OPS_CRASH_KILLS="${OPS_CRASH_KILLS:-200}" OPS_CRASH_REPORT="$report"
status=0
dotnet tests/crash/bin/Debug/net10.0/OpsAutomation.Crash.Tests.dll -noColor -class "*.CrashTests" -class "*.TwiceTests" || status=$?
[ -f "$report" ] && cat "$report"
exit "$status"

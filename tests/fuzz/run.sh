#!/usr/bin/env bash
# Fuzzing by hand: tests/fuzz/run.sh                                  the 20,000 cases of ./test
#                  OPS_FUZZ_CASES=1000000 OPS_FUZZ_SEED=$RANDOM tests/fuzz/run.sh    the long form, from another seed
#                  OPS_FUZZ_SEED=… OPS_FUZZ_CASE=csv/1234 tests/fuzz/run.sh          one case again, as a failure names it
# A case that ends the whole process is named in bin/Debug/net10.0/last-case.txt.
set -euo pipefail
cd "$(dirname "$0")"
dotnet build -nologo -v quiet -clp:ErrorsOnly
exec dotnet bin/Debug/net10.0/OpsAutomation.Fuzz.Tests.dll -noColor -showLiveOutput "$@"

#!/usr/bin/env bash
# Fails where a NuGet package of the solution, or one that it brings along, is known to be vulnerable: of the local runtime and of the deployed
# one. `dotnet list` itself ends with 0 whatever it finds, and needs a feed that knows vulnerabilities, as nuget.org does.
set -euo pipefail
cd "$(dirname "$0")/.."
found=0
for runtime in local azure; do
    export FunctionsRuntime=$runtime
    target=OpsAutomation.sln
    [ "$runtime" = azure ] && target=functions/OpsAutomation.Functions.csproj
    dotnet restore "$target" --verbosity quiet
    report=$(dotnet list "$target" package --vulnerable --include-transitive --format json)
    # Only projects with a finding have a list of frameworks in this report.
    if printf '%s' "$report" | grep -q '"severity"'; then
        printf '%s\n' "$report"
        found=1
    fi
done
[ "$found" -eq 0 ] || { echo "Vulnerable packages are listed above: raise their versions in Directory.Packages.props."; exit 1; }
echo "No package is known to be vulnerable."

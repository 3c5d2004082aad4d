#!/usr/bin/env bash
# Compiles and lints the infrastructure, and fails on any warning: infra/check.sh
# With the `bicep` of the PATH; without one, with that of the NuGet package that infra/compiler names, where the feed has it. Where there is neither it
# says so in one line and ends well. OPS_BICEP_DOWNLOAD=no leaves the feed alone.
set -euo pipefail
cd "$(dirname "$0")"
# The compiler is a .NET program of its own and would ask for ICU.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# What the restored project knows of its own package: it is there, and may be run.
restored() {
    [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || return 1
    local found
    found=$(timeout 90 dotnet build compiler -restore -nologo -verbosity:quiet -target:Restore -getProperty:BicepCompiler 2>/dev/null) || return 1
    [ -x "$found" ] || return 1
    printf '%s' "$found"
}

if bicep=$(command -v bicep); then
    from="the PATH"
elif [ "${OPS_BICEP_DOWNLOAD:-}" != no ] && bicep=$(restored); then
    from="NuGet"
else
    echo "bicep is neither on the PATH nor in the package feed: infra/main.bicep was not compiled."
    exit 0
fi

status=0
# What it has to say goes to standard error; the compiled template is of no use here.
said=$("$bicep" build main.bicep --stdout 2>&1 >/dev/null) || status=1
said+=$("$bicep" lint main.bicep 2>&1) || status=1
if [ "$status" -ne 0 ] || [ -n "$said" ]; then
    printf '%s\n' "$said" "infra/main.bicep does not compile without a warning."
    exit 1
fi
echo "infra/main.bicep compiles without a warning (bicep of $from)."

using System.Diagnostics;

namespace OpsAutomation.Functions.Tests.Infrastructure;

/// <summary>The scripts that people and pipelines run, with stand-ins for what they call.</summary>
public sealed class HookTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hooks-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Permissions_are_given_once_and_what_was_done_and_what_is_left_is_said()
    {
        Skip();
        StandIn();

        var (first, said) = await PermissionsAsync();
        var (second, again) = await PermissionsAsync();

        (first, second).ShouldBe((0, 0));
        said.ShouldContain("Done now:\n  files: Sites.Selected, which opens no site by itself\n  files: read on https://contoso.sharepoint.com/sites/exports/\n");
        said.ShouldContain("New-ManagementRoleAssignment -App object -Role \"Application Mail.Send\" -CustomResourceScope OpsAutomation");
        said.ShouldContain("Not to be done: consent to Mail.Send or Mail.ReadWrite in Entra ID.");
        again.ShouldContain("Done now:\n  nothing\n");
        var posts = (await LogAsync()).Where(line => line.Contains("--method post", StringComparison.Ordinal)).ToList();
        posts.Count.ShouldBe(2);
        posts[1].ShouldContain("""{"roles":["read"],"grantedToIdentities":[{"application":{"id":"client","displayName":"OpsAutomation"}}]}""");
        (await LogAsync()).ShouldContain(line => line.Contains("/sites/contoso.sharepoint.com:/sites/exports --query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_right_to_write_takes_the_place_of_one_to_read_once()
    {
        Skip();
        StandIn();
        await PermissionsAsync();

        (await PermissionsAsync(("OPS_SITE_ROLE", "write"))).Said.ShouldContain("files: write on https://contoso.sharepoint.com/sites/exports/, in place of read");

        (await PermissionsAsync(("OPS_SITE_ROLE", "write"))).Said.ShouldContain("Done now:\n  nothing\n");
        (await PermissionsAsync(("OPS_SITE_ROLE", "owner"))).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_done_before_a_step_was_refused_is_said_and_the_root_site_has_no_path()
    {
        Skip();
        StandIn();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "refuse"), "/permissions", TestContext.Current.CancellationToken);

        var (exitCode, said) = await PermissionsAsync(("OPS_SITE_URL", "https://contoso.sharepoint.com/"));

        exitCode.ShouldNotBe(0);
        said.ShouldContain("Done now:\n  files: Sites.Selected");
        said.ShouldContain("a step was refused");
        (await LogAsync()).ShouldContain(line => line.Contains("/sites/contoso.sharepoint.com --query id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_powershell_is_it_does_the_work_and_without_an_identity_nothing_is_done()
    {
        Skip();
        StandIn();
        (await PermissionsAsync(("OPS_IDENTITY_OBJECT_ID", ""))).ExitCode.ShouldBe(1);
        Program("pwsh", "echo \"pwsh $*\"");

        (await PermissionsAsync()).Said.ShouldStartWith("pwsh -NoProfile -File ");
    }

    [Theory]
    [InlineData("", 0, "infra/main.bicep compiles without a warning (bicep of the PATH).")]
    [InlineData("echo 'Warning no-unused-params: x' >&2", 1, "Warning no-unused-params: x")]
    [InlineData("[ \"$1\" = build ] || echo 'Warning of the linter'", 1, "Warning of the linter")]
    [InlineData("exit 1", 1, "does not compile")]
    public async Task The_infrastructure_is_compiled_by_the_compiler_of_the_path_and_a_warning_fails(string bicep, int exitCode, string said)
    {
        Skip();
        Program("bicep", "[ \"$2\" = main.bicep ] || exit 9; " + (bicep.Length == 0 ? ":" : bicep));

        var outcome = await RunAsync("infra/check.sh");

        (outcome.ExitCode, outcome.Said.Contains(said, StringComparison.Ordinal)).ShouldBe((exitCode, true), outcome.Said);
    }

    [Fact]
    public async Task Without_a_compiler_one_line_says_so_and_all_goes_on()
    {
        Skip();
        Assert.SkipWhen((await RunAsync("-c", "command -v bicep")).ExitCode == 0, "This machine has the compiler.");

        var outcome = await RunAsync("infra/check.sh", ("OPS_BICEP_DOWNLOAD", "no"));

        outcome.ShouldBe((0, "bicep is neither on the PATH nor in the package feed: infra/main.bicep was not compiled.\n"));
        File.ReadAllText(Path.Combine(BicepText.Root(), ".ci", "run")).ShouldContain("infra/check.sh");
        File.ReadAllText(Path.Combine(BicepText.Root(), ".github", "workflows", "ci.yml")).ShouldContain("run: infra/check.sh");
    }

    private static void Skip() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX shell of its own.");

    // A tenant in files: it has a role or a permission when it was posted.
    private void StandIn() => Program("az", $$"""
        cd "{{folder.FullName}}"
        echo "$*" >> log
        if [ -f refuse ]; then case "$*" in *"$(cat refuse)"*) echo "Forbidden" >&2; exit 1;; esac; fi
        case "$*" in
        *"--method post"*appRole*) : > role ;;
        *"--method post"*) : > permission ;;
        *"--method patch"*) : > write ;;
        *"ad sp show"*appRoles*) echo role-id ;;
        *"ad sp show"*) echo graph-id ;;
        *appRoleAssignments*) if [ -f role ]; then echo 1; else echo 0; fi ;;
        *"/permissions/"*) if [ -f write ]; then echo true; else echo false; fi ;;
        *"/permissions "*) if [ -f permission ]; then echo permission-id; fi ;;
        *) echo site-id ;;
        esac
        """);

    private void Program(string name, string script)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<string[]> LogAsync() => await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "log"));

    // Nothing of the machine but what the script takes from every system: a PowerShell that is there would do the work.
    private Task<(int ExitCode, string Said)> PermissionsAsync(params (string Name, string Value)[] more)
    {
        foreach (var tool in new[] { "dirname", "sed", "cat", "sh" })
        {
            var here = Path.Combine(folder.FullName, tool);
            if (!File.Exists(here))
                File.CreateSymbolicLink(here, File.Exists("/usr/bin/" + tool) ? "/usr/bin/" + tool : "/bin/" + tool);
        }

        return RunAsync(
            "/bin/sh", ["hooks/permissions.sh"],
            [
                ("PATH", folder.FullName), ("OPS_IDENTITY_CLIENT_ID", "client"), ("OPS_IDENTITY_OBJECT_ID", "object"), ("OPS_MAILBOX", "operations@example.com"),
                ("OPS_SITE_URL", "https://contoso.sharepoint.com/sites/exports/"), .. more,
            ]);
    }

    private Task<(int ExitCode, string Said)> RunAsync(string script, params (string Name, string Value)[] environment) => RunAsync("/bin/bash", [script], environment);

    private Task<(int ExitCode, string Said)> RunAsync(string option, string command) => RunAsync("/bin/bash", [option, command], []);

    private async Task<(int ExitCode, string Said)> RunAsync(string shell, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(shell, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = BicepText.Root() };
        start.Environment["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var refused = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await refused;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}

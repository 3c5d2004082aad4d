using System.Diagnostics;
using System.Text;

namespace OpsAutomation.Ops.Tests.EndToEnd;

/// <summary>The command line as a process of its own, to be killed or met by another.</summary>
internal sealed class OpsProcess : IDisposable
{
    private readonly Process process;

    private OpsProcess(Process process) => this.process = process;

    public static OpsProcess Start(string home, params string[] args) => Start(home, new Dictionary<string, string>(StringComparer.Ordinal), args);

    public static OpsProcess Start(string home, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["OPS_HOME"] = home, ["LC_ALL"] = "en_US.UTF-8" },
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ops.dll") },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in args)
            start.ArgumentList.Add(argument);
        return new(Process.Start(start)!);
    }

    public int Id => process.Id;

    /// <summary>What it prints while it runs.</summary>
    public TextReader Output => process.StandardOutput;

    public async Task<OpsOutcome> WaitAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Ends it as a power cut would; one that has ended already is left as it is.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}

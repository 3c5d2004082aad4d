using System.Diagnostics;

namespace OpsAutomation.Local.Tests.Storage;

/// <summary>Another process that works in a home: see tests/writer.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process process;

    private WriterProcess(Process process) => this.process = process;

    public static WriterProcess Start(string verb, string home)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "OpsAutomation.Writer.dll"), verb, home },
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until the process has said a line: it has the lock then.</summary>
    public string? ReadLine() => process.StandardOutput.ReadLine();

    /// <summary>What it has said that was not read yet, once it has ended.</summary>
    public string ReadRest() => process.StandardOutput.ReadToEnd();

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public (int ExitCode, string Error) WaitForExit()
    {
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}

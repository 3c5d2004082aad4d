using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OpsAutomation.Azure.Tests;

/// <summary>The storage emulator on free loopback ports, with a folder of its own, for as long as the tests run.</summary>
public partial class Azurite : IAsyncLifetime
{
    public const string Account = "devstoreaccount1";

    // The emulator's published key.
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string folder = Directory.CreateTempSubdirectory("azurite").FullName;
    private readonly ConcurrentDictionary<string, Uri> endpoints = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    public Uri Blobs => new(endpoints["Blob"], Account);

    public Uri Queues => new(endpoints["Queue"], Account);

    public Uri Tables => new(endpoints["Table"], Account);

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Blobs};QueueEndpoint={Queues};TableEndpoint={Tables};";

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(RepositoryRoot(), "tests/azure/node_modules/azurite/dist/src/azurite.js");
        if (!File.Exists(program))
            throw new InvalidOperationException("The storage emulator is not installed: run ./test, or 'npm ci' in tests/azure.");
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            // Nothing of it outlives the tests: it writes neither its databases nor a line for each request.
            program, .. Options(folder), "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--inMemoryPersistence",
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Options beyond the ports and the folder.</summary>
    protected virtual IEnumerable<string> Options(string folder) => [];

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OpsAutomation.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }

    private void Heard(string? line)
    {
        if (line is not null && Listening().Match(line) is { Success: true } match)
            endpoints[match.Groups[1].Value] = new Uri(match.Groups[2].Value + "/");
        if (endpoints.Count == 3)
            listening.TrySetResult();
    }

    [GeneratedRegex(@"Azurite (Blob|Queue|Table) service is successfully listening at (\S+)")]
    private static partial Regex Listening();
}

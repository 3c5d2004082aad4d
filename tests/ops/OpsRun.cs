using System.Text.Json;
using Microsoft.Extensions.Configuration;
using OpsAutomation.Testing;

namespace OpsAutomation.Ops.Tests;

/// <summary>The command line in this process, with a home, a clock and an environment of its own.</summary>
internal sealed class OpsRun : IDisposable
{
    public OpsRun(string locale = "en_US.UTF-8") => Environment["LANG"] = locale;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ops-test-").FullName;

    public string Home => Path.Combine(Folder, "home");

    /// <summary>Whether no home is named at all.</summary>
    public bool UsesDefaultHome { get; set; }

    public ManualTime Time { get; } = new();

    /// <summary>What is piped into the commands.</summary>
    public string Input { get; set; } = "";

    /// <summary>Makes the connections to web addresses.</summary>
    public Func<HttpMessageHandler> Web { get; set; } = () => throw new InvalidOperationException("This test has no web.");

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs a command on the home.</summary>
    public async Task<OpsOutcome> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(Input);
        if (!UsesDefaultHome)
            Environment["OPS_HOME"] = Home;
        var exitCode = await OpsApp.RunAsync(args, new OpsHost
        {
            In = input,
            Out = output,
            Error = error,
            Time = Time,
            Environment = name => Environment.GetValueOrDefault(name),
            Settings = () => new ConfigurationBuilder().AddInMemoryCollection(Environment.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":"), (string?)pair.Value))).Build(),
            UserFolder = Folder,
            Web = Web,
        });
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that has to succeed, and gives what it printed.</summary>
    public async Task<string> DoAsync(params string[] args)
    {
        var outcome = await RunAsync(args);
        outcome.Error.ShouldBe("");
        outcome.ExitCode.ShouldBe(0);
        return outcome.Output;
    }

    /// <summary>Runs a command that has to succeed with <c>--json</c>.</summary>
    public async Task<JsonElement> JsonAsync(params string[] args) => JsonDocument.Parse(await DoAsync([.. args, "--json"])).RootElement;

    /// <summary>Writes a file beside the home.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

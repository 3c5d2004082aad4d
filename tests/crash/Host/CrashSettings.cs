using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OpsAutomation.CrashHost;

/// <summary>What the suite tells the host by environment variables, beside the app's own settings.</summary>
internal sealed record CrashSettings(DateTimeOffset Now, string? Deadly, string? Record, IReadOnlyList<int> Times, EffectNames Names)
{
    /// <summary>
    /// Reads <c>OPS_CRASH_NOW</c> (the moment at which the clock begins), <c>OPS_CRASH_AT</c> (the failpoint to end at, <c>name#occurrence</c>),
    /// <c>OPS_CRASH_RECORD</c> (the file that each failpoint is appended to) and <c>OPS_CRASH_TIMES</c> (how often each message is sent: <c>3</c>, or <c>2,3</c> for one after the other).
    /// </summary>
    public static CrashSettings FromEnvironment() => new(
        DateTimeOffset.Parse(Environment.GetEnvironmentVariable("OPS_CRASH_NOW")!, CultureInfo.InvariantCulture),
        Text("OPS_CRASH_AT"),
        Text("OPS_CRASH_RECORD"),
        [.. (Text("OPS_CRASH_TIMES") ?? "1").Split(',').Select(times => int.Parse(times, CultureInfo.InvariantCulture))],
        new EffectNames(Text("AzureWebJobsStorage"), Text("Ops__Graph__Endpoint")));

    /// <summary>Tells the suite that all triggers run, and where HTTP is answered.</summary>
    public static void SayStarted(IServer server) =>
        Console.WriteLine("STARTED " + server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}

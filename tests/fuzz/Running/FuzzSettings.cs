using System.Globalization;

namespace OpsAutomation.Fuzz.Tests.Running;

/// <summary>How long and from which seed the cases run; run.sh says how to change it.</summary>
internal static class FuzzSettings
{
    /// <summary>Cases of all targets together.</summary>
    public static int Cases { get; } = Number("OPS_FUZZ_CASES") ?? 20_000;

    /// <summary>Whether this is the long form, for which nobody waits.</summary>
    public static bool IsLong => Cases > 20_000;

    /// <summary>What all randomness comes from.</summary>
    public static int Seed { get; } = Number("OPS_FUZZ_SEED") ?? 20261122;

    /// <summary>The one case to run, as a failure names it (<c>target/number</c>); null runs all.</summary>
    public static string? Only { get; } = Environment.GetEnvironmentVariable("OPS_FUZZ_CASE");

    /// <summary>How long a case may keep a processor busy before it counts as hanging.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a case may wait for whatever it waits for.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(90);

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

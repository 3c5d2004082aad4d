using FsCheck;

namespace OpsAutomation.Core.Tests;

/// <summary>How often properties are tried whose cases take long: a part of it in <c>./test</c>, all where <c>OPS_PROPERTIES=long</c>.</summary>
internal static class PropertyRuns
{
    private const int Part = 3;

    /// <summary>Whether this is the long form, for which nobody waits.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("OPS_PROPERTIES") == "long";

    /// <summary>The settings of a property that is tried so often in the long form.</summary>
    public static Config Of(int cases) => Config.QuickThrowOnFailure.WithMaxTest(IsLong ? cases : (cases + Part - 1) / Part);
}

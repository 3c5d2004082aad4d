namespace OpsAutomation.Crash.Tests;

/// <summary>A kill to be: at a failpoint, or from outside after a time.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="At">The failpoint with the occurrence to end at; null for a kill from outside.</param>
/// <param name="After">How long after the start a kill from outside comes.</param>
/// <param name="Position">Where in the phase it is about.</param>
internal sealed record Kill(string Phase, string? At, TimeSpan After, double Position)
{
    /// <summary>Whether it was planned before and did not come about.</summary>
    public bool Again { get; init; }

    /// <summary>What it is in a report.</summary>
    public string Name => At is null ? "random moment" : At[..At.LastIndexOf('#')];
}

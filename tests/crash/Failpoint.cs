namespace OpsAutomation.Crash.Tests;

/// <summary>A moment at which a life ends by its own hand: right before or after an effect.</summary>
/// <param name="Phase">The phase in which a clean run passes it.</param>
/// <param name="Name">Its name, such as <c>state:digests:after</c>.</param>
/// <param name="Times">How often the clean run passed it.</param>
/// <param name="Position">When the clean run passed it first, counted in failpoints.</param>
internal sealed record Failpoint(string Phase, string Name, int Times, int Position)
{
    /// <summary>Reads what a clean run of a phase recorded.</summary>
    public static IReadOnlyList<Failpoint> Read(string phase, string record) =>
    [
        .. File.ReadAllLines(record).Select((name, position) => (name, position))
            .GroupBy(passed => passed.name, StringComparer.Ordinal)
            .Select(group => new Failpoint(phase, group.Key, group.Count(), group.First().position)),
    ];
}

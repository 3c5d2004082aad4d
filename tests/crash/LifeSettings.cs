namespace OpsAutomation.Crash.Tests;

/// <summary>How a life of the app is to be.</summary>
/// <param name="Now">The moment of its clock at which it begins.</param>
internal sealed record LifeSettings(DateTimeOffset Now)
{
    /// <summary>The failpoint at which it ends; null for none.</summary>
    public string? Deadly { get; init; }

    /// <summary>The file that failpoints are recorded in; null for none.</summary>
    public string? Record { get; init; }

    /// <summary>The name of its folder, one an instance.</summary>
    public string Home { get; init; } = "home";

    /// <summary>How often each message is added to its queue: one number, or several for one message after the other.</summary>
    public string Times { get; init; } = "1";

    /// <summary>How often a message is tried before it goes to the poison queue: mostly more often than anybody kills.</summary>
    public int Attempts { get; init; } = 1000;

    /// <summary>Whether it begins at once after another, before the leases of that one have run out.</summary>
    public bool IsAtOnce { get; init; }
}

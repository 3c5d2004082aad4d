namespace OpsAutomation.Crash.Tests;

/// <summary>A part of a scenario, which is over when nothing is left to do.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Start">The moment of the app's clock at which it begins.</param>
/// <param name="Prepare">Puts what comes in by itself: files, mails.</param>
/// <param name="Senders">Who sends requests.</param>
internal sealed record Phase(string Name, DateTimeOffset Start, Func<Task> Prepare, IReadOnlyList<Sender> Senders);

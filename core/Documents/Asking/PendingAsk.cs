using NodaTime;

namespace OpsAutomation.Documents.Asking;

/// <summary>A mail that is on its way: recorded before the mailer is asked, so that whoever comes after a crash sends the same one.</summary>
/// <param name="On">The day it was made; its links are counted from here.</param>
/// <param name="Items">What it asks.</param>
public sealed record PendingAsk(LocalDate On, IReadOnlyList<AskItem> Items);

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>A mail that left: one entry each time sending was accepted.</summary>
/// <param name="Mailbox">The mailbox it left from.</param>
/// <param name="Key">The first extended property's value, or null.</param>
/// <param name="To">The recipients' addresses.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Attachments">The names of its files.</param>
/// <param name="Id">The immutable id.</param>
/// <param name="At">When.</param>
public sealed record DeliveredMail(
    string Mailbox, string? Key, IReadOnlyList<string> To, string Subject, IReadOnlyList<string> Attachments, string Id, DateTimeOffset At);

using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>What became of a request to send.</summary>
/// <param name="Recipient">The id of the recipient.</param>
/// <param name="Period">The week.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Where">Where the message is.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="AlreadySent">Whether an earlier request had sent it.</param>
public sealed record DigestReceipt(string Recipient, DateInterval Period, int Revision, string Subject, string Where, Instant SentAt, bool AlreadySent);

using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Digests;

/// <summary>A digest that a schedule asks for.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Day">The local day on which it is due: what the digest is composed for.</param>
/// <param name="Period">The week that it is about.</param>
/// <param name="DueAt">The moment from which it is due.</param>
/// <param name="LatestAt">The moment until which reviews and sources are waited for, or null for no waiting.</param>
public sealed record DueDigest(Recipient Recipient, LocalDate Day, DateInterval Period, Instant DueAt, Instant? LatestAt);

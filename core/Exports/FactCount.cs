using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports;

/// <summary>What happened to the rows of one fact type in one import: read = accepted + rejected + superseded, always.</summary>
/// <param name="Type">The fact type.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Accepted">Rows kept, tombstones included.</param>
/// <param name="Rejected">Rows that could not be used.</param>
/// <param name="Superseded">Valid rows in whose stead another row, or an equal one already stored, is kept.</param>
/// <param name="FirstDay">The first day that a row is about; null for a file without dates, which is a snapshot of the day it was taken.</param>
/// <param name="LastDay">The last day that a row is about, expectations aside, or null.</param>
public sealed record FactCount(FactType Type, int Read, int Accepted, int Rejected, int Superseded, LocalDate? FirstDay, LocalDate? LastDay);

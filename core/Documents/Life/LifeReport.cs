using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Life;

/// <summary>Where the documents of an engagement stand: those that have a life, in the library's order, people's own last.</summary>
/// <param name="Lines">One a document and language.</param>
/// <param name="Today">The day it is of.</param>
public sealed record LifeReport(IReadOnlyList<LifeLine> Lines, LocalDate Today)
{
    /// <summary>The processes that more than one SOP in force describes.</summary>
    public IReadOnlyList<ProcessClash> Clashes { get; private init; } = ProcessClash.Of(Lines);

    /// <summary>The report of what is recorded.</summary>
    public static LifeReport Of(Engagement engagement, IEnumerable<DocumentRecord> records, LocalDate today) => new(
        [
            .. records.Select(record => record.On(today))
                .Select(record => LifeLine.Of(engagement, record))
                .Where(line => line.Rule.HasLife)
                .OrderBy(line => DocumentLibrary.PlaceOf(line.Record.Kind)).ThenBy(line => line.Record.Kind, StringComparer.Ordinal)
                .ThenBy(line => line.Record.Language != engagement.Language),
        ],
        today);
}

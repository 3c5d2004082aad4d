using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Kpis;
using OpsAutomation.Links;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Digests;

/// <summary>Everything that a digest is made of: the same context always gives the same digest.</summary>
public sealed record DigestContext
{
    /// <summary>The engagement.</summary>
    public required Engagement Engagement { get; init; }

    /// <summary>The reader.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>The local day on which the digest is composed.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>
    /// The figures as of <see cref="DigestPeriod.FiguresAsOf"/>: weekly ones for the digest's week, monthly ones for the last complete
    /// month before, rolling ones to the end of the week.
    /// </summary>
    public IReadOnlyList<KpiResult> Kpis { get; init; } = [];

    /// <summary>The 30-60-90 plan as it stands, or null for none.</summary>
    public MilestoneReport? Milestones { get; init; }

    /// <summary>Decisions, actions, risks and comments.</summary>
    public IReadOnlyList<LogItem> Log { get; init; } = [];

    /// <summary>Documents of any day; those published in the week or since are named.</summary>
    public IReadOnlyList<PublishedDocument> Documents { get; init; } = [];

    /// <summary>The sources, expected ones that never came included.</summary>
    public IReadOnlyList<DigestSource> Sources { get; init; } = [];

    /// <summary>The events that endpoints did not get; empty for readers who are not the OBM.</summary>
    public IReadOnlyList<UndeliveredEvents> Undelivered { get; init; } = [];

    /// <summary>The figures of the last digest of an earlier week that this reader got: what they became since is marked as revised.</summary>
    public IReadOnlyList<SentFigure> SentBefore { get; init; } = [];

    /// <summary>The digest of the same week that this one corrects, or null.</summary>
    public CorrectedDigest? Corrects { get; init; }

    /// <summary>Where the reader can end the digests; null where the app has no public address.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>The signed addresses that the digest leads to; null where the app has no public address.</summary>
    public DigestAddresses? Links { get; init; }

    /// <summary>Where the OBM approves the draft; null for nowhere, and in what leaves.</summary>
    public Uri? Approve { get; init; }

    /// <summary>The sentence that the OBM added, or null.</summary>
    public DigestSentence? Sentence { get; init; }

    /// <summary>What the OBM is to do with a draft: shown above it, and no part of its content.</summary>
    public IReadOnlyList<string> Notice { get; init; } = [];

    /// <summary>For each KPI off target, the SOP or playbook that moves it.</summary>
    public IReadOnlyDictionary<string, Remedy> Remedies { get; init; } = new Dictionary<string, Remedy>(StringComparer.Ordinal);

    /// <summary>Reads the files of documents; null where none can go with a digest.</summary>
    public DigestFiles? Files { get; init; }

    /// <summary>The context of a recipient's digest, from what the stores hold.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="recipient">The reader.</param>
    /// <param name="today">The local day on which the digest is composed.</param>
    /// <param name="kpis">The figures as of <see cref="DigestPeriod.FiguresAsOf"/>.</param>
    /// <param name="milestones">The plan as it stands on <paramref name="today"/>, or null.</param>
    /// <param name="log">The whole logbook.</param>
    /// <param name="documents">The documents in every language; the reader's is named, else the client's.</param>
    /// <param name="imports">The ledger of imports.</param>
    public static DigestContext Gather(
        Engagement engagement,
        Recipient recipient,
        LocalDate today,
        IReadOnlyList<KpiResult> kpis,
        MilestoneReport? milestones,
        IReadOnlyList<LogItem> log,
        IEnumerable<DocumentRecord> documents,
        IReadOnlyList<ImportSource> imports) => new()
        {
            Engagement = engagement,
            Recipient = recipient,
            Today = today,
            Kpis = kpis,
            Milestones = milestones,
            Log = log,
            Documents =
            [
                .. documents
                    // Yesterday's daily list is no news.
                    .Where(document => document.Kind != "daily-list")
                    // What nobody works by yet, or any more, is no news for readers.
                    .Where(document => document.Status == DocumentStatus.Live)
                    .GroupBy(document => document.Kind, StringComparer.Ordinal)
                    .Select(kind => kind.FirstOrDefault(document => document.Language == recipient.Locale.Language)
                        ?? kind.FirstOrDefault(document => document.Language == engagement.Language)
                        ?? kind.First())
                    .Select(document => new PublishedDocument(document.Title, document.Version, document.PublishedOn)
                    {
                        File = document.BlobPath(DigestFiles.Extension),
                        Shelf = $"{LanguageCode.Of(document.Language)}/{document.Kind}",
                    }),
            ],
            Remedies = RemediesOf(engagement, recipient, kpis, documents),
            Sources = DigestSources.Of(engagement, imports),
        };

    private static Dictionary<string, Remedy> RemediesOf(Engagement engagement, Recipient recipient, IReadOnlyList<KpiResult> kpis, IEnumerable<DocumentRecord> documents)
    {
        var remedies = new Dictionary<string, Remedy>(StringComparer.Ordinal);
        foreach (var kpi in kpis.Where(kpi => kpi.Status == KpiStatus.OffTarget))
        {
            if (Remedy.Of(engagement, documents, kpi.Id, recipient.Locale.Language) is { } remedy)
                remedies[kpi.Id] = remedy;
        }

        return remedies;
    }

    /// <summary>The last complete ISO week before <see cref="Today"/>.</summary>
    public DateInterval Period => DigestPeriod.Before(Today);
}

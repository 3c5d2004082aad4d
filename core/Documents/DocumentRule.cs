using NodaTime;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents;

/// <summary>Who owns, approves and reads a document, and how often it is reviewed: what the engagement's file says, else what follows from roles and size.</summary>
public sealed record DocumentRule
{
    // Of the framing documents, those that people must keep to.
    private static readonly string[] Binding = ["raci", "operating-system", "processing-register", "dpa-annex", "policies"];

    /// <summary>Whether documents of its kind have a life: those of the cadence are written anew each time.</summary>
    public required bool HasLife { get; init; }

    /// <summary>Whether a new version waits for approval.</summary>
    public required bool NeedsApproval { get; init; }

    /// <summary>Who owns it, or null.</summary>
    public Person? Owner { get; init; }

    /// <summary>Who approves it, or null where nobody is known to.</summary>
    public Person? Approver { get; init; }

    /// <summary>Whether the approver is asked about drafts: where approval is needed, or the engagement's file names who approves.</summary>
    public bool AsksApprover { get; init; }

    /// <summary>Who must acknowledge that they read it: those who do the work or answer for it, and those named.</summary>
    public IReadOnlyList<Person> Readers { get; init; } = [];

    /// <summary>Whether its first version is in force on trial: a solo author publishes SOPs without approval.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>Months after which it is due for review.</summary>
    public required int ReviewMonths { get; init; }

    /// <summary>The rule of a document.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="processes">The processes that it describes: they name its lines of the RACI matrix.</param>
    /// <param name="owners">Who owns it where no line of the matrix says: roles, ids or names, most wanted first.</param>
    public static DocumentRule Of(Engagement engagement, DocumentKind kind, IReadOnlyList<string> processes, IReadOnlyList<string> owners)
    {
        var said = engagement.Documents.Life.FirstOrDefault(life => life.Kind == kind.Id);
        var solo = engagement.Size == EngagementSize.Solo;
        var hasLife = kind.Family != DocumentFamily.Cadence;
        var bindsPeople = kind.Family is DocumentFamily.Sop or DocumentFamily.Playbook || Binding.Contains(kind.Id, StringComparer.Ordinal);
        var needsApproval = hasLife && (said?.Approval ?? (bindsPeople && (engagement.Documents.Approval ?? !solo)));
        return new()
        {
            HasLife = hasLife,
            NeedsApproval = needsApproval,
            // Whoever the author of a document of one's own names comes before the matrix.
            Owner = engagement.FindPerson(said?.Owner) ?? (DocumentLibrary.OwnKind(kind.Id) is null ? null : People.OwnerOf(engagement, [], owners)) ?? People.OwnerOf(engagement, processes, owners),
            Approver = engagement.FindPerson(said?.Approver) ?? engagement.FindPerson(engagement.Documents.Approver)
                ?? engagement.PersonAs(PersonRole.Sponsor) ?? engagement.PersonAs(PersonRole.Ceo) ?? engagement.PersonAs(PersonRole.InternalCoo),
            AsksApprover = needsApproval || (said?.Approver ?? engagement.Documents.Approver) is not null,
            Readers = bindsPeople || said is not null ? [.. ReadersOf(engagement, processes, said)] : [],
            IsProvisional = kind.Family == DocumentFamily.Sop && solo && !needsApproval,
            ReviewMonths = said?.ReviewMonths ?? engagement.Documents.ReviewMonths,
        };
    }

    /// <summary>The rule of a document that is recorded.</summary>
    public static DocumentRule Of(Engagement engagement, DocumentRecord record)
    {
        var kind = DocumentLibrary.KindOf(record);
        if (record.Own is { } own)
            return Of(engagement, kind, own.Processes, own.Owner is null ? [] : [own.Owner]);
        if (DocumentLibrary.Kinds.All(known => known.Id != kind.Id))
            return Of(engagement, kind, record.Processes ?? [], []);
        var template = TemplateSource.BuiltIn(kind.Id, record.Language);
        return Of(engagement, kind, record.Processes ?? template.List("process"), template.List("owner"));
    }

    /// <summary>The day by which a version is to be reviewed that comes into force on a day; null for what has no life.</summary>
    public LocalDate? ReviewBy(LocalDate inForce) => !HasLife ? null : IsProvisional ? inForce.PlusDays(DocumentStore.ProvisionalDays) : inForce.PlusMonths(ReviewMonths);

    /// <summary>Who approves on a day: the approver, or the deputy of one who has left; null where there is nobody.</summary>
    public Person? ApproverOn(Engagement engagement, LocalDate day) => Approver is { } approver && approver.HasLeft(day)
        ? engagement.FindPerson(approver.Deputy) is { } deputy && !deputy.HasLeft(day) ? deputy : null
        : Approver;

    /// <summary>
    /// Whether somebody may approve: the approver or the approver's deputy; anybody where nobody has to approve, or nobody is known who does.
    /// </summary>
    public bool MayApprove(string by) => !AsksApprover || Approver is not { } approver || Is(approver.Id, by) || Is(approver.Deputy, by);

    /// <summary>Whether somebody may turn a draft down: who may approve it, its owner, and who proposed it.</summary>
    public bool MayTurnDown(string by, DocumentRevision draft) => MayApprove(by) || Is(Owner?.Id, by) || Is(draft.By, by);

    private static bool Is(string? id, string by) => string.Equals(id, by, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Person> ReadersOf(Engagement engagement, IReadOnlyList<string> processes, DocumentLifeSetting? said) => engagement.Raci
        .Where(row => processes.Any(word => row.Process.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .SelectMany(row => row.Responsible.Concat(row.Accountable))
        .Concat(said?.Readers ?? [])
        .Select(engagement.FindPerson)
        .OfType<Person>()
        .DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase);
}

using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary>A command by which somebody does something about a document that is there, in one language or in each.</summary>
internal abstract class SopActCommand : OpsCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;
    private readonly Option<string?> note;

    protected SopActCommand(Session session, string name, string en, string fr)
        : base(session, name, en, fr)
    {
        kind = AddWord("KIND", "the document, such as sop-incident", "le document, comme sop-incident");
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who does it", "qui le fait", required: true);
        note = AddValue("--note", "TEXT", "why, or what was said", "pourquoi, ou ce qui a été dit");
    }

    protected sealed override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = KnownDocument.Find(parsed.GetValue(kind)!);
        var day = DayOf(parsed);
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var life = new DocumentLife(open.Home.Blobs, open.Home.State, Session.Time);
        var act = new LifeAct(KnownDocument.Person(open.Engagement, parsed.GetValue(by)!), open.Today) { Actor = parsed.GetValue(by), Note = parsed.GetValue(note), Day = day, For = ForOf(parsed) };
        var languages = await life.LanguagesAsync(open.Engagement, found.Id, UserLanguage.Parse(GlobalOptions.LangOf(parsed)), cancellationToken);
        foreach (var language in await ThoseOfAsync(life, open, found, languages, cancellationToken))
        {
            var record = await DoAsync(life, open, found.Id, language, act, cancellationToken);
            Session.Line($"{record.Kind} ({SopWords.Tag(language)}){Session.Say(": ", "\u00a0: ")}{Said(record, open)}");
        }

        return 0;
    }

    /// <summary>The day that is asked for, or null.</summary>
    protected virtual NodaTime.LocalDate? DayOf(ParseResult parsed) => null;

    /// <summary>The id of the approver in whose place it is done, or null.</summary>
    protected virtual string? ForOf(ParseResult parsed) => null;

    /// <summary>Adds the option that says in whose place it is done.</summary>
    protected Option<string?> AddFor() => AddValue("--for", "APPROVER", "the id of the approver in whose place WHO decides", "l'identifiant du valideur à la place duquel QUI décide");

    /// <summary>The languages in which there is something to do; where there is none, the first, so that the refusal says why.</summary>
    protected virtual Task<IReadOnlyList<Language>> ThoseOfAsync(
        DocumentLife life, OpenEngagement open, DocumentKind kind, IReadOnlyList<Language> languages, CancellationToken cancellationToken) => Task.FromResult(languages);

    /// <summary>Does it.</summary>
    protected abstract Task<DocumentRecord> DoAsync(
        DocumentLife life, OpenEngagement open, string kind, Language language, LifeAct act, CancellationToken cancellationToken);

    /// <summary>What is said once it is done.</summary>
    protected abstract string Said(DocumentRecord record, OpenEngagement open);

    /// <summary>Of those languages, the ones in which a condition holds; the first where it holds in none.</summary>
    protected static async Task<IReadOnlyList<Language>> WhereAsync(
        DocumentLife life, OpenEngagement open, DocumentKind kind, IReadOnlyList<Language> languages, Func<DocumentRecord, bool> holds, CancellationToken cancellationToken)
    {
        var those = new List<Language>();
        foreach (var language in languages)
        {
            if (holds(await life.FindAsync(open.Engagement, kind.Id, language, open.Today, cancellationToken)))
                those.Add(language);
        }

        return those.Count > 0 ? those : [languages[0]];
    }
}

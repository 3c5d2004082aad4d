using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop acknowledge</c>: somebody has read a document, or is asked to.</summary>
internal sealed class SopAcknowledgeCommand : OpsCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;
    private readonly Option<string?> to;

    public SopAcknowledgeCommand(Session session)
        : base(session, "acknowledge", "Record that somebody has read a document, or ask people to.", "Noter que quelqu'un a lu un document, ou le demander.")
    {
        kind = AddWord("KIND", "the document, such as sop-incident", "le document, comme sop-incident");
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who has read it", "qui l'a lu");
        to = AddValue("--to", "PEOPLE", "ids of people who are to read it, separated by commas: their links are printed", "identifiants des personnes qui doivent le lire, séparés par des virgules\u00a0: leurs liens sont affichés");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = KnownDocument.Find(parsed.GetValue(kind)!);
        var (who, whom) = (parsed.GetValue(by), parsed.GetValue(to));
        if ((who is null) == (whom is null))
            throw OpsException.WrongUsage("Say who has read it (--by WHO), or who is to (--to PEOPLE).", "Indiquez qui l'a lu (--by QUI), ou qui doit le lire (--to PERSONNES).");
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var life = new DocumentLife(open.Home.Blobs, open.Home.State, Session.Time);
        var language = (await life.LanguagesAsync(open.Engagement, found.Id, UserLanguage.Parse(GlobalOptions.LangOf(parsed)), cancellationToken))[0];
        if (who is not null)
        {
            var act = new LifeAct(KnownDocument.Person(open.Engagement, who), open.Today) { Actor = who };
            var record = await life.AcknowledgeAsync(open.Engagement, found.Id, language, act, cancellationToken);
            Session.Line(Session.Say($"{record.Kind}: {who} has read version {record.Version}.", $"{record.Kind}\u00a0: {who} a lu la version {record.Version}."));
            return 0;
        }

        List<Person> people = [];
        foreach (var id in whom!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            people.Add(KnownDocument.Known(open.Engagement, id));
        await AskAsync(life, open, found, language, people, cancellationToken);
        return 0;
    }

    private async Task AskAsync(DocumentLife life, OpenEngagement open, DocumentKind found, Language language, List<Person> people, CancellationToken cancellationToken)
    {
        var record = await life.AddReadersAsync(open.Engagement, found.Id, language, [.. people.Select(person => person.Id)], new LifeAct(Audit.AuditLog.Operator, open.Today), cancellationToken);
        var links = Session.DigestLinks(open.Home);
        foreach (var person in people)
        {
            Session.Line(links is null
                ? Session.Say($"{person.Name} is to read version {record.Version}.", $"{person.Name} doit lire la version {record.Version}.")
                : $"{person.Name}{Session.Say(": ", "\u00a0: ")}{(await links.ForReadingAsync(open.Id, person.Id, record, open.Today, cancellationToken)).AbsoluteUri}");
        }

        Session.Line(links is null
            ? Session.Say("Set Ops__PublicUrl, such as https://ops.example.com, and their links are printed too.", "Renseignez Ops__PublicUrl, par exemple https://ops.example.com, et leurs liens seront affichés aussi.")
            : Session.Say($"Each link is for that person alone; it works for {LinkLifetime.Acting} days.", $"Chaque lien est pour cette personne uniquement\u00a0; il fonctionne {LinkLifetime.Acting} jours."));
    }
}

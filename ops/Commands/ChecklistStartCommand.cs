using System.CommandLine;
using OpsAutomation.Checklists;
using OpsAutomation.Documents;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops checklist start</c>: the lines of a checklist's document, to be ticked from now on.</summary>
internal sealed class ChecklistStartCommand : OpsCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> engagement;
    private readonly Option<string?> day;
    private readonly Option<string?> purpose;
    private readonly Option<string?> by;

    public ChecklistStartCommand(Session session)
        : base(session, "start", "Start a checklist from its document.", "Démarrer une check-list à partir de son document.")
    {
        kind = AddWord("KIND", "the document, such as checklist-client-onboarding", "le document, comme checklist-client-onboarding");
        engagement = AddEngagement();
        day = AddValue("--day", "DATE", "the day that its days count from; today by default", "le jour à partir duquel ses jours comptent\u00a0; par défaut, aujourd'hui");
        purpose = AddValue("--for", "TEXT", "what it is for, such as a client's name", "à quoi elle sert, comme le nom d'un client");
        by = AddValue("--by", "WHO", "who starts it", "qui la démarre");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var from = Values.Date(parsed.GetValue(day), "--day");
        var found = DocumentLibrary.Find(parsed.GetValue(kind)!);
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var language = UserLanguage.Parse(GlobalOptions.LangOf(parsed)) ?? open.Engagement.Language;
        var standing = await new StandingReader(open.Home.Blobs, open.Home.State, Session.Time).ReadAsync(open.Engagement, open.Today, open.Today, cancellationToken);
        // The version that it is frozen at is one that anybody can read.
        var document = await new DocumentPublisher(open.Home.Blobs, open.Home.State).InForceAsync(standing, found.Id, language, cancellationToken);
        var start = new ChecklistStart(from ?? open.Today, open.Today) { For = parsed.GetValue(purpose), By = parsed.GetValue(by) };
        var checklist = await new ChecklistStore(open.Home.State, Session.Time).StartAsync(open.Engagement, document, start, cancellationToken);
        Session.Line(Session.Say($"{checklist.Id} started: {checklist.Title}, {checklist.Lines.Count} lines", $"{checklist.Id} démarrée\u00a0: {checklist.Title}, {checklist.Lines.Count} lignes"));
        Session.Line(Session.Say($"See: ops checklist list {checklist.Id} -e {open.Id}", $"Voir\u00a0: ops checklist list {checklist.Id} -e {open.Id}"));
        return 0;
    }
}

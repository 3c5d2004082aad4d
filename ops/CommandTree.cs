using System.CommandLine;
using OpsAutomation.Logbook;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Commands;
using OpsAutomation.Ops.Commands.Feeds;
using OpsAutomation.Ops.Commands.Sops;
using OpsAutomation.Ops.Commands.Webhooks;

namespace OpsAutomation.Ops;

/// <summary>Every command, in the order of the work.</summary>
internal static class CommandTree
{
    /// <summary>Builds the command line in the language of the session.</summary>
    public static Command Create(Session session, OpsHost host)
    {
        var root = new Command("ops", session.Say(
            "OpsAutomation: exports in; KPIs, 30-60-90 milestones, documents and digests out.",
            "OpsAutomation : des exports en entrée ; indicateurs, jalons 30-60-90, documents et points hebdomadaires en sortie."));
        GlobalOptions.AddTo(root, session);
        root.Add(new DemoCommand(session, host));
        root.Add(new InitCommand(session));
        root.Add(new InspectCommand(session));
        root.Add(new ImportCommand(session));
        root.Add(new KpisCommand(session));
        root.Add(new CommandGroup(session, "kpi", "Enter readings.", "Saisir des relevés.", new KpiSetCommand(session)));
        root.Add(new NoteCommand(session));
        root.Add(new MilestonesCommand(session));
        root.Add(new CommandGroup(
            session, "milestone", "Mark milestones and their criteria.", "Marquer les jalons et leurs critères.",
            new MilestoneMarkCommand(session, isDone: true), new MilestoneMarkCommand(session, isDone: false)));
        root.Add(Logbook(session, LogKind.Decision));
        root.Add(Logbook(session, LogKind.Action));
        root.Add(Logbook(session, LogKind.Risk));
        root.Add(Logbook(session, LogKind.Improvement));
        root.Add(new CommandGroup(
            session, "checklist", "Start checklists and tick their lines.", "Démarrer des check-lists et cocher leurs lignes.",
            new ChecklistStartCommand(session), new ChecklistTickCommand(session, isDone: true), new ChecklistTickCommand(session, isDone: false),
            new ChecklistLinkCommand(session), new ChecklistListCommand(session)));
        root.Add(new CommandGroup(
            session, "exercise", "Practise playbooks, and keep what came of it.", "Exercer les plans de réaction, et garder ce qui en est ressorti.",
            new ExerciseStartCommand(session), new ExerciseRecordCommand(session), new ExerciseListCommand(session)));
        root.Add(new DocumentsCommand(session));
        root.Add(new CommandGroup(
            session, "sop", "The life of SOPs and other documents.", "La vie des procédures et des autres documents.",
            new SopListCommand(session), new SopShowCommand(session), new SopProposeCommand(session), new SopEditCommand(session), new SopResolveCommand(session),
            new SopApproveCommand(session), new SopRejectCommand(session), new SopReviewCommand(session),
            new SopRetireCommand(session), new SopAcknowledgeCommand(session), new SopLinkCommand(session)));
        root.Add(new PublishCommand(session, host));
        root.Add(new DigestCommand(session));
        root.Add(new RunCommand(session));
        root.Add(new ServeCommand(session));
        root.Add(new HealthCommand(session));
        root.Add(new CommandGroup(
            session, "webhook", "Events from and to other tools.", "Les événements reçus d'autres outils et envoyés à d'autres outils.",
            new WebhookAddCommand(session), new WebhookTestCommand(session), new WebhookRotateCommand(session), new WebhookHandshakeCommand(session), new WebhookDeliveriesCommand(session)));
        root.Add(new CommandGroup(
            session, "feed", "The KPIs for spreadsheets and dashboards.", "Les indicateurs pour tableurs et tableaux de bord.",
            new FeedAddCommand(session), new FeedListCommand(session), new FeedRevokeCommand(session)));
        root.Add(new CommandGroup(session, "links", "The signed links in digests.", "Les liens signés des points hebdomadaires.", new LinksRevokeCommand(session)));
        root.Add(new ReplayCommand(session));
        root.Add(new DoctorCommand(session));
        root.Add(new AuditCommand(session));
        root.Add(new EraseCommand(session));
        root.Add(new AnonymiseCommand(session));
        root.Add(new CloseCommand(session));
        root.Add(new BackupCommand(session));
        root.Add(new RestoreCommand(session));
        root.Add(new ReleaseCommand(session));
        return root;
    }

    private static CommandGroup Logbook(Session session, LogKind kind)
    {
        var summary = LogWords.SummaryOf(kind);
        return new CommandGroup(
            session, LogWords.CommandOf(kind), summary.En, summary.Fr,
            new LogAddCommand(session, kind), new LogCloseCommand(session, kind), new LogListCommand(session, kind));
    }
}

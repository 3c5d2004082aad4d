using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Audit;
using OpsAutomation.Checklists;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Closing;

/// <summary>What people and the product noted, as tables: figures, milestones, logbook, checklists, audit record; and the rest of the records as they are kept.</summary>
internal sealed class RecordTables(IStateStore state, TimeProvider time)
{
    // What has no table of its own; nothing that opens a door, and no body of an event.
    private static readonly (string Collection, LocalizedText What)[] AsKept =
    [
        ("baseline", new("the figures frozen at the start, as kept", "les chiffres figés au départ, tels que conservés")),
        ("digests", new("weekly digests: what was approved and sent, as kept", "points hebdomadaires\u00a0: ce qui a été validé et envoyé, tel que conservé")),
        ("digest-pauses", new("readers who paused or ended their digest, as kept", "lecteurs qui ont suspendu ou arrêté leur point hebdomadaire, tels que conservés")),
        ("documents", new("documents: versions, approvals, readings, as kept", "documents\u00a0: versions, validations, lectures, tels que conservés")),
        ("exercises", new("exercises of playbooks and of the continuity plan, as kept", "exercices des plans de réaction et de continuité, tels que conservés")),
        ("imports", new("imports, in their order, as kept", "imports, dans leur ordre, tels que conservés")),
        ("kpi-snapshots", new("KPIs by day, as kept", "indicateurs par jour, tels que conservés")),
        ("milestones", new("marks of milestones, as kept", "marques des jalons, telles que conservées")),
        ("published-pages", new("pages of the wiki or folder that documents were published to, as kept", "pages du wiki ou dossier où des documents ont été publiés, telles que conservées")),
    ];

    /// <summary>Writes them.</summary>
    public async Task WriteAsync(Standing standing, HandoverZip zip, CancellationToken cancellationToken)
    {
        var engagement = standing.Engagement;
        await FiguresAsync(standing, zip, cancellationToken).ConfigureAwait(false);
        await SnapshotsAsync(engagement.Id, zip, cancellationToken).ConfigureAwait(false);
        await MilestonesAsync(standing, zip, cancellationToken).ConfigureAwait(false);
        await LogbookAsync(engagement.Id, zip, cancellationToken).ConfigureAwait(false);
        await ChecklistsAsync(engagement.Id, zip, cancellationToken).ConfigureAwait(false);
        await AuditAsync(engagement.Id, zip, cancellationToken).ConfigureAwait(false);
        foreach (var (collection, what) in AsKept)
            await LinesAsync(engagement.Id, collection, what, zip, cancellationToken).ConfigureAwait(false);
    }

    private static Task FiguresAsync(Standing standing, HandoverZip zip, CancellationToken cancellationToken) => zip.AddTableAsync(
        "kpis/figures.csv",
        new("KPIs as of the day of the handover, with the weeks or months before", "indicateurs au jour de la remise, avec les semaines ou mois précédents"),
        ["kpi", "label", "unit", "period", "value", "is_current"],
        async table =>
        {
            foreach (var kpi in standing.Kpis)
            {
                var (id, label, unit) = (CsvText.Cell(kpi.Id), CsvText.Cell(kpi.Label.In(standing.Engagement.Language)), CsvText.Cell(kpi.Currency ?? kpi.Unit.ToString().ToLowerInvariant()));
                foreach (var point in kpi.Series)
                    await table.AddAsync([id, label, unit, CsvText.Cell(point.Period), CsvText.Cell(point.Value), "false"], cancellationToken).ConfigureAwait(false);
                await table.AddAsync([id, label, unit, $"{Iso(kpi.Period.From)}/{Iso(kpi.Period.To)}", CsvText.Cell(kpi.Value), "true"], cancellationToken).ConfigureAwait(false);
            }
        },
        cancellationToken);

    private Task SnapshotsAsync(EngagementId engagement, HandoverZip zip, CancellationToken cancellationToken) => zip.AddTableAsync(
        "kpis/snapshots.csv",
        new("KPIs as they were kept, by day", "indicateurs tels qu'ils ont été conservés, par jour"),
        ["kpi", "day", "value", "currency"],
        async table =>
        {
            await foreach (var (kpi, day, value, currency) in new KpiSnapshots(state).ListAsync(engagement, cancellationToken).ConfigureAwait(false))
                await table.AddAsync([CsvText.Cell(kpi), Iso(day), CsvText.Cell(value), CsvText.Cell(currency)], cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private async Task MilestonesAsync(Standing standing, HandoverZip zip, CancellationToken cancellationToken)
    {
        var language = standing.Engagement.Language;
        await zip.AddTableAsync(
            "milestones/plan.csv",
            new("milestones and their exit criteria", "jalons et leurs critères d'achèvement"),
            ["id", "title", "due", "state", "done_on", "owner", "evidence"],
            async table =>
            {
                foreach (var milestone in standing.Milestones.Milestones)
                {
                    await table.AddAsync(
                        [CsvText.Cell(milestone.Id), CsvText.Cell(milestone.Title.In(language)), Iso(milestone.Due), MilestoneJson.WordOf(milestone.Status), Iso(milestone.DoneOn), CsvText.Cell(milestone.Owner), ""],
                        cancellationToken).ConfigureAwait(false);
                    foreach (var criterion in milestone.Criteria)
                    {
                        await table.AddAsync(
                            [CsvText.Cell(criterion.Id), CsvText.Cell(criterion.Text.In(language)), Iso(milestone.Due), criterion.Met ? "done" : "open", "", "", CsvText.Cell(criterion.Evidence?.In(language))],
                            cancellationToken).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
        var history = await new MilestoneStore(state, time).LoadAsync(standing.Engagement.Id, cancellationToken).ConfigureAwait(false);
        await zip.AddTableAsync(
            "milestones/history.csv",
            new("what was marked or found, and when", "ce qui a été marqué ou constaté, et quand"),
            ["target", "what", "day", "at", "by", "note"],
            async table =>
            {
                foreach (var mark in history.Marks)
                {
                    await table.AddAsync(
                        [CsvText.Cell(mark.Target), mark.What.ToString().ToLowerInvariant(), Iso(mark.Day), InstantPattern.ExtendedIso.Format(mark.At), CsvText.Cell(mark.By), CsvText.Cell(mark.Note)],
                        cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task LogbookAsync(EngagementId engagement, HandoverZip zip, CancellationToken cancellationToken)
    {
        var items = await new LogbookStore(state, time).ListAsync(engagement, cancellationToken: cancellationToken).ConfigureAwait(false);
        await zip.AddTableAsync(
            "logbook.csv",
            new("decisions, actions, risks and comments", "décisions, actions, risques et commentaires"),
            ["id", "kind", "text", "owner", "due", "open", "added", "closed_on", "closed_by", "outcome", "recommendation", "topic", "kpi", "cause", "change", "origin"],
            async table =>
            {
                foreach (var item in items)
                {
                    await table.AddAsync(
                        [
                            CsvText.Cell(item.Id), item.Kind.ToString().ToLowerInvariant(), CsvText.Cell(item.Text), CsvText.Cell(item.Owner), Iso(item.Due), item.Open ? "true" : "false", Iso(item.Added),
                            Iso(item.ClosedOn), CsvText.Cell(item.ClosedBy), CsvText.Cell(item.Outcome), CsvText.Cell(item.Recommendation), CsvText.Cell(item.Topic), CsvText.Cell(item.Kpi),
                            CsvText.Cell(item.Cause), CsvText.Cell(item.Change), CsvText.Cell(item.Origin),
                        ],
                        cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task ChecklistsAsync(EngagementId engagement, HandoverZip zip, CancellationToken cancellationToken)
    {
        var lists = await new ChecklistStore(state, time).ListAsync(engagement, cancellationToken).ConfigureAwait(false);
        await zip.AddTableAsync(
            "checklists.csv",
            new("checklists that were started, line by line", "check-lists démarrées, ligne par ligne"),
            ["checklist", "title", "for", "started", "line", "text", "who", "due", "done_on", "done_by", "note"],
            async table =>
            {
                foreach (var (list, line) in lists.SelectMany(list => list.Lines.Select(line => (list, line))))
                {
                    await table.AddAsync(
                        [
                            CsvText.Cell(list.Id), CsvText.Cell(list.Title), CsvText.Cell(list.For), Iso(list.Started), $"{line.Number}", CsvText.Cell(line.Text), CsvText.Cell(line.Who), Iso(line.Due),
                            Iso(line.DoneOn), CsvText.Cell(line.DoneBy), CsvText.Cell(line.Note),
                        ],
                        cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private Task AuditAsync(EngagementId engagement, HandoverZip zip, CancellationToken cancellationToken) => zip.AddTableAsync(
        "audit.csv",
        new("who did what", "qui a fait quoi"),
        ["at", "who", "what", "to_what"],
        async table =>
        {
            await foreach (var line in new AuditLog(state).ListAsync(engagement, cancellationToken: cancellationToken).ConfigureAwait(false))
                await table.AddAsync([InstantPattern.ExtendedIso.Format(line.At), CsvText.Cell(line.Actor), CsvText.Cell(line.Action), CsvText.Cell(line.Subject)], cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private async Task LinesAsync(EngagementId engagement, string collection, LocalizedText what, HandoverZip zip, CancellationToken cancellationToken)
    {
        var rows = 0;
        var path = $"records/{collection}.jsonl";
        await zip.AddAsync(
            path,
            async stream =>
            {
                await foreach (var entry in state.ListAsync(engagement, collection, "", cancellationToken).ConfigureAwait(false))
                {
                    var line = JsonText.Write(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("id", entry.Key.Id);
                        json.WritePropertyName("record");
                        json.WriteRawValue(entry.Value);
                        json.WriteEndObject();
                    });
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
                    rows++;
                }
            },
            cancellationToken).ConfigureAwait(false);
        zip.List(new(path, what, rows));
    }

    private static string Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";
}

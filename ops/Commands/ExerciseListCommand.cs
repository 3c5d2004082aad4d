using System.CommandLine;
using NodaTime.Text;
using OpsAutomation.Documents;
using OpsAutomation.Exercises;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops exercise list</c>: which playbooks were practised, how that went, and which are due.</summary>
internal sealed class ExerciseListCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<bool> json;

    public ExerciseListCommand(Session session)
        : base(session, "list", "Show what was practised and what is due.", "Montrer ce qui a été exercé et ce qui est dû.")
    {
        engagement = AddEngagement();
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var exercises = await new ExerciseStore(open.Home.State, Session.Time).ListAsync(open.Id, cancellationToken);
        var records = new List<DocumentRecord>();
        await foreach (var record in new DocumentStore(open.Home.Blobs, open.Home.State).ListAsync(open.Id, cancellationToken))
            records.Add(record);
        var due = ExercisePlan.Of(records, exercises);
        if (parsed.GetValue(json))
        {
            Write(exercises, due, open);
            return 0;
        }

        if (exercises.Count + due.Count == 0)
        {
            Session.Line(Session.Say("No playbook is in force: ops documents --kind playbook-outage publishes one.", "Aucun plan de réaction n'est en vigueur : ops documents --kind playbook-outage en publie un."));
            return 0;
        }

        var table = new TextTable(TextColumn.Left(), TextColumn.Left(), TextColumn.Left());
        foreach (var one in due)
        {
            var late = one.Due < open.Today ? Session.Say(" (late)", " (en retard)") : "";
            var last = one.Last is { } held ? $"{Session.Locale.ShortDate(held.Day)}, {Session.Say(ExerciseWords.Of(held.Result))}" : Session.Say("never practised", "jamais exercé");
            table.Add(Session.Say(DocumentLibrary.Find(one.Kind).Title), last, Session.Say("next by ", "prochain avant le ") + Session.Locale.ShortDate(one.Due) + late);
        }

        foreach (var held in exercises.OrderByDescending(held => held.Day))
            table.Add($"{held.Id} {Session.Locale.ShortDate(held.Day)} {Session.Say(DocumentLibrary.Find(held.Kind).Title)}", Session.Say(ExerciseWords.Of(held.Result)), held.Learnt);
        table.Write(Session.Out);
        return 0;
    }

    private void Write(IReadOnlyList<Exercise> exercises, IReadOnlyList<DueExercise> due, OpenEngagement open) => JsonOutput.Write(Session.Out, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("due");
        foreach (var one in due)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", one.Kind);
            writer.WriteString("due", LocalDatePattern.Iso.Format(one.Due));
            writer.WriteBoolean("late", one.Due < open.Today);
            writer.WriteString("last", one.Last?.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("exercises");
        foreach (var held in exercises)
        {
            writer.WriteStartObject();
            writer.WriteString("id", held.Id);
            writer.WriteString("kind", held.Kind);
            writer.WriteString("date", LocalDatePattern.Iso.Format(held.Day));
            writer.WriteString("result", held.Result.ToString().ToLowerInvariant());
            writer.WriteString("who", held.Who);
            writer.WriteString("learnt", held.Learnt);
            writer.WriteString("action", held.Action);
            writer.WriteString("next", LocalDatePattern.Iso.Format(held.Next));
            writer.WriteString("by", held.By);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}

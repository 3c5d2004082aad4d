using System.CommandLine;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops erase</c>: an engagement forgets a person.</summary>
internal sealed class EraseCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> person;
    private readonly Option<string?> name;
    private readonly Option<string?> by;
    private readonly Option<bool> dryRun;
    private readonly Option<bool> json;

    public EraseCommand(Session session)
        : base(session, "erase", "Make an engagement forget a person.", "Faire oublier une personne à une mission.")
    {
        engagement = AddEngagement();
        person = AddValue("--person", "EMAIL", "the person's mail address", "l'adresse e-mail de la personne", required: true);
        name = AddValue("--name", "NAME", "the person's name, to look for it too", "le nom de la personne, à chercher aussi");
        by = AddValue("--by", "WHO", "who asks for it, for the audit record", "qui le demande, pour le registre des actes");
        dryRun = AddFlag("--dry-run", "only say what would be changed", "dire seulement ce qui serait modifié");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var isDry = parsed.GetValue(dryRun);
        var eraser = new Eraser(open.Home.Blobs, open.Home.State, open.Home.Engagements, Session.Time, open.Home.Mailer as IKeptMails);
        var result = await eraser.RunAsync(open.Engagement, parsed.GetValue(person)!, parsed.GetValue(name), parsed.GetValue(by), isDry, cancellationToken);
        if (parsed.GetValue(json))
            Write(result, isDry);
        else
            Show(result, isDry, open);
        return 0;
    }

    private void Show(ErasureResult result, bool isDry, OpenEngagement open)
    {
        if (!result.FoundAny)
            Session.Line(Session.Say("Nothing here names this person.", "Rien ici ne nomme cette personne."));
        var table = new TextTable(TextColumn.Left(), TextColumn.Right(Session.Say("things", "éléments")), TextColumn.Right(Session.Say("records", "enregistrements")));
        foreach (var (place, (items, records)) in result.Counts)
            table.Add(place, Session.Locale.Number(items), Session.Locale.Number(records));
        if (result.Counts.Count > 0)
            table.Write(Session.Out);
        if (result.LedgerFiles > 0 || result.LedgerLines > 0)
        {
            Session.Line(Session.Say(
                "Left: accounting records name this person; the law has them kept.",
                "Laissé\u00a0: des pièces comptables nomment cette personne\u00a0; la loi impose de les conserver."));
        }

        if (result.IsInConfiguration)
        {
            Session.Line(Session.Say(
                "Left: the engagement's own file names this person. Edit it by hand.",
                "Laissé\u00a0: le fichier de la mission nomme cette personne. Modifiez-le à la main."));
        }

        if (isDry)
        {
            Session.Line(Session.Say("Nothing was changed. Without --dry-run it is.", "Rien n'a été modifié. Sans --dry-run, ce le sera."));
            return;
        }

        var report = result.Reports.First(path => path.EndsWith(Session.Language == Language.French ? ".fr.html" : ".en.html", StringComparison.Ordinal));
        Session.Line(Session.Say(
            $"Erased ({result.Id}). The report, which names nobody: {report}, among the files of {open.Id} in {open.Home.Name}",
            $"Effacé ({result.Id}). Le compte rendu, qui ne nomme personne\u00a0: {report}, parmi les fichiers de {open.Id} dans {open.Home.Name}"));
    }

    private void Write(ErasureResult result, bool isDry) => JsonOutput.Write(Session.Out, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", result.Id);
        writer.WriteBoolean("dryRun", isDry);
        writer.WriteStartObject("changed");
        foreach (var (place, (items, records)) in result.Counts)
        {
            writer.WriteStartObject(place);
            writer.WriteNumber("items", items);
            writer.WriteNumber("records", records);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("left");
        writer.WriteNumber("ledgerFiles", result.LedgerFiles);
        writer.WriteNumber("ledgerLines", result.LedgerLines);
        writer.WriteBoolean("configuration", result.IsInConfiguration);
        writer.WriteEndObject();
        writer.WriteStartArray("reports");
        foreach (var report in result.Reports)
            writer.WriteStringValue(report);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}

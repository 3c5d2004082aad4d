using System.CommandLine;
using OpsAutomation.Exports;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops import</c>: an export becomes facts.</summary>
internal sealed class ImportCommand : OpsCommand
{
    private readonly Argument<string> file;
    private readonly Option<string?> engagement;
    private readonly Option<string?> profile;
    private readonly Option<string?> map;
    private readonly Option<string?> taken;
    private readonly Option<bool> full;
    private readonly Option<bool> json;

    public ImportCommand(Session session)
        : base(session, "import", "Take an export in as facts.", "Importer un export.")
    {
        file = AddWord("FILE", "a CSV, TSV, XLSX, JSON or FEC file, or a zip of them", "un fichier CSV, TSV, XLSX, JSON ou FEC, ou un zip de ceux-ci");
        engagement = AddEngagement();
        profile = AddValue("--as", "PROFILE", "the profile, such as hubspot.deals, where it is not recognised", "le profil, comme hubspot.deals, s'il n'est pas reconnu");
        map = AddMap();
        taken = AddValue("--taken", "DATE", "the day the data are of; today by default", "le jour des données ; aujourd'hui par défaut");
        full = AddFlag("--full", "the export holds every record: those it lacks are gone", "l'export contient tout : ce qui n'y est plus a disparu");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        // The second core reads the profiles while the first opens the home and the engagement.
        _ = Task.Run(static () => ProfileCatalogue.Default, CancellationToken.None);
        var day = Values.Date(parsed.GetValue(taken), "--taken");
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var path = parsed.GetValue(file)!;
        var overrides = parsed.GetValue(map) is { } mapPath
            ? MappingOverrideReader.Read(mapPath, await LocalFile.ReadTextAsync(mapPath, cancellationToken))
            : null;
        var export = LocalExport.Open(path, Session);
        var report = await new Importer(open.Home.Blobs, open.Home.State, Session.Time, ProfileCatalogue.Default)
            .ImportAsync(open.Engagement, new ImportRequest(export.Content, parsed.GetValue(profile), overrides, day, parsed.GetValue(full)), cancellationToken);
        export.Progress.End();
        if (parsed.GetValue(json))
            Session.Line(ImportReportJson.Write(report, Session.Language));
        else
            new ImportSummary(Session).Write(report, open.Id);
        return 0;
    }
}

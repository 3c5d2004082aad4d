using System.CommandLine;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops inspect</c>: what a file is and how it would be imported; changes nothing.</summary>
internal sealed class InspectCommand : OpsCommand
{
    private readonly Argument<string> file;
    private readonly Option<string?> engagement;
    private readonly Option<string?> profile;
    private readonly Option<string?> map;
    private readonly Option<bool> json;

    public InspectCommand(Session session)
        : base(session, "inspect", "Show what a file is and how it would be imported.", "Montrer ce qu'est un fichier et comment il serait importé.")
    {
        file = AddWord("FILE", "the export", "l'export");
        engagement = AddEngagement(required: false);
        profile = AddValue("--as", "PROFILE", "look at it as that profile", "le lire selon ce profil");
        map = AddMap();
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (context, profiles) = await ContextAsync(parsed, cancellationToken);
        var path = parsed.GetValue(file)!;
        var overrides = parsed.GetValue(map) is { } mapPath
            ? MappingOverrideReader.Read(mapPath, await LocalFile.ReadTextAsync(mapPath, cancellationToken))
            : null;
        var local = LocalExport.Open(path, Session);
        var inspection = new Inspector(profiles).Inspect(local.Content, context, parsed.GetValue(profile), overrides);
        local.Progress.End();
        if (parsed.GetValue(json))
            Session.Line(InspectionJson.Write(inspection, Session.Language));
        else
            new InspectionReport(Session).Write(path, inspection);
        return 0;
    }

    // Without an engagement the language says what dates and decimal marks that are open to doubt are likely to be.
    private async Task<(MappingContext Context, ProfileCatalogue Profiles)> ContextAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(engagement) is not { } id)
            return (MappingContext.Of(Session.Locale, DateTimeZoneProviders.Tzdb[EngagementDefaults.ZoneOf(Session.Locale)]), ProfileCatalogue.Default);
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), id, cancellationToken);
        var profiles = await EngagementProfiles.LoadAsync(open.Home.Blobs, open.Id, ProfileCatalogue.Default, cancellationToken);
        return (MappingContext.Of(open.Engagement), profiles);
    }
}

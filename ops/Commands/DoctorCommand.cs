using System.CommandLine;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Doctoring;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops doctor</c>: checks a home, or the storage account of the environment with its vault and Graph; leaves nothing behind.</summary>
internal sealed class DoctorCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<bool> json;

    public DoctorCommand(Session session)
        : base(session, "doctor", "Say what is wrong and how to mend it.", "Dire ce qui ne va pas et comment y remédier.")
    {
        engagement = AddEngagement(required: false);
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var only = parsed.GetValue(engagement) is { } named ? EngagementId.Parse(named) : (EngagementId?)null;
        var home = GlobalOptions.HomeOf(parsed);
        List<Finding> found = [SettingsChecks.Settings(Session.Settings), SettingsChecks.HostFile(AppContext.BaseDirectory), await PublicUrlAsync(cancellationToken)];
        var place = Session.HomeFolder(home);
        if (!Session.IsOnAccount)
            found.AddRange(HomeFindings(place));
        if (Session.IsOnAccount || HomeChecks.Exists(place))
            place = await LookInsideAsync(home, only, found, cancellationToken) ?? place;
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => DoctorOutput.Write(writer, place, found, Session.Language));
        else
            DoctorOutput.Show(Session, found);
        return found.Exists(finding => finding.Status == FindingStatus.Fail) ? 1 : 0;
    }

    private async Task<Finding> PublicUrlAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SettingsChecks.PublicUrlAsync(Session.PublicUrl(), cancellationToken);
        }
        catch (OpsException failure)
        {
            return Finding.Of("public-url", failure);
        }
    }

    // Before the home is opened: what keeps it from being opened is to be told too.
    private IEnumerable<Finding> HomeFindings(string folder)
    {
        var isServed = OpenFile.HolderOf(Path.Combine(folder, ".serving")) is not null;
        return [.. HomeChecks.Run(folder), .. new DatabaseChecks(folder, Session.Time.GetUtcNow()).Run(isServed)];
    }

    private async Task<string?> LookInsideAsync(string? home, EngagementId? only, List<Finding> found, CancellationToken cancellationToken)
    {
        try
        {
            // What is missing in an account is to be told, and not only that it could not be opened.
            using var place = await Session.OpenHomeAsync(home, cancellationToken, prepares: false);
            var account = place.Services is { } services ? new AccountChecks(services, Session.Settings, Session.Time.GetUtcNow()) : null;
            if (account is not null)
            {
                found.AddRange(await account.RunAsync(cancellationToken));
                await AccountServices.PrepareAsync(place.Services!, cancellationToken);
                found.Add(Finding.Ok("schema", "the state is of this version", "l'état est de cette version"));
            }

            var checks = new EngagementChecks(place, Session.Time);
            if (only is null)
                found.Add(await checks.DeadLettersAsync(EngagementId.App, cancellationToken) with { Engagement = null });
            foreach (var id in only is { } one ? [one] : await place.Engagements.ListAsync(cancellationToken))
            {
                found.AddRange(await checks.RunAsync(id, cancellationToken));
                if (account is not null && await MailboxAsync(account, place, id, cancellationToken) is { } mailbox)
                    found.Add(mailbox);
            }

            return place.Name;
        }
        catch (OpsException failure)
        {
            found.Add(Finding.Of(Session.IsOnAccount ? "account" : "home", failure));
            return null;
        }
        catch (Exception exception) when (Session.IsOnAccount && AccountPlace.FailureOf(exception) is { } failure)
        {
            found.Add(Finding.Of("account", failure));
            return null;
        }
    }

    private static async Task<Finding?> MailboxAsync(AccountChecks account, Place place, EngagementId id, CancellationToken cancellationToken)
    {
        try
        {
            return await new RegisteredEngagements(place.Engagements).FindAsync(id, cancellationToken) is { } found ? await account.MailboxAsync(found, cancellationToken) : null;
        }
        catch (OpsException)
        {
            // What is wrong with its file was told already.
            return null;
        }
    }
}

using System.CommandLine;
using NodaTime;
using OpsAutomation.Local.Backup;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops restore</c>: a home out of a backup, held back until <c>ops release</c>.</summary>
internal sealed class RestoreCommand : OpsCommand
{
    private readonly Argument<string> file;
    private readonly Option<bool> replace;

    public RestoreCommand(Session session)
        : base(session, "restore", "Restore a home from a backup.", "Restaurer un dossier de travail depuis une sauvegarde.")
    {
        file = AddWord("FILE", "the backup", "la sauvegarde");
        replace = AddFlag("--replace", "replace what is in the folder", "remplacer ce qui est dans le dossier");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Session.RefuseAccount("restore");
        var folder = Session.HomeFolder(GlobalOptions.HomeOf(parsed));
        var result = await HomeRestore.RunAsync(parsed.GetValue(file)!, folder, parsed.GetValue(replace), Session.Time, cancellationToken);
        var moment = Session.Locale.ShortMoment(result.Taken.InUtc().LocalDateTime);
        var files = Session.Locale.Number(result.Files);
        Session.Line(Session.Say($"Restored into {folder}: {files} files, as of {moment} UTC", $"Restauré dans {folder}\u00a0: {files} fichiers, état du {moment} UTC"));
        if (!result.HasSecrets)
        {
            Session.Line(Session.Say(
                "The backup holds no secrets: where the folder has none, give every webhook a new one (ops webhook rotate); links in earlier digests no longer open.",
                "La sauvegarde ne contient pas les secrets\u00a0: si le dossier n'en a pas, donnez-en un nouveau à chaque webhook (ops webhook rotate)\u00a0; les liens des points hebdomadaires déjà envoyés ne s'ouvrent plus."));
        }

        Session.Line(Session.Say(
            "Nothing leaves yet: what left after the backup is not known here. Say which before ops run, ops serve or ops digest --send:",
            "Rien ne part encore\u00a0: ce qui est parti après la sauvegarde n'est pas connu ici. Dites-le avant ops run, ops serve ou ops digest --send\u00a0:"));
        Session.Line(Session.Say(
            "  ops release --as-sent     what was due until now left already, or is not to leave any more",
            "  ops release --as-sent     ce qui était dû jusqu'ici est déjà parti, ou ne doit plus partir"));
        Session.Line(Session.Say(
            "  ops release --as-unsent   nothing left since the backup: what is due leaves",
            "  ops release --as-unsent   rien n'est parti depuis la sauvegarde\u00a0: ce qui est dû part"));
        return 0;
    }
}

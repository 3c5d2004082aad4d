using System.CommandLine;
using OpsAutomation.Local;
using OpsAutomation.Local.Backup;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops backup</c>: the home in one file, also while the app serves it.</summary>
internal sealed class BackupCommand : OpsCommand
{
    private readonly Argument<string> file;
    private readonly Option<bool> withSecrets;

    public BackupCommand(Session session)
        : base(session, "backup", "Write the home into one file.", "Enregistrer le dossier de travail dans un seul fichier.")
    {
        file = AddWord("FILE", "the zip to write; it must not be there yet", "le zip à écrire\u00a0; il ne doit pas encore exister");
        withSecrets = AddFlag("--with-secrets", "secrets of webhooks and links, and keys, go along", "y mettre aussi les secrets des webhooks et des liens, et les clés");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Session.RefuseAccount("backup");
        var folder = Session.HomeFolder(GlobalOptions.HomeOf(parsed));
        if (!Directory.Exists(folder))
        {
            throw OpsException.Refused(
                $"There is no home in {folder}. Name it with --home.",
                $"Il n'y a pas de dossier de travail dans {folder}. Indiquez-le avec --home.");
        }

        var target = Path.GetFullPath(parsed.GetValue(file)!);
        using var home = await LocalHome.OpenAsync(folder, Session.Time, cancellationToken: cancellationToken);
        Session.WorkOn(target);
        var result = await HomeBackup.RunAsync(home, target, parsed.GetValue(withSecrets), Session.Time, cancellationToken);
        var (files, size) = (Session.Locale.Number(result.Files), Session.Locale.Number(result.Bytes / 1024));
        Session.Line(Session.Say($"Backed up: {target} · {files} files, {size} KB", $"Sauvegardé\u00a0: {target} · {files} fichiers, {size} Ko"));
        Session.Line(result.HasSecrets
            ? Session.Say(
                "It holds the secrets of webhooks and links and the keys of the app: whoever has the file has them. Keep it locked away.",
                "Elle contient les secrets des webhooks et des liens et les clés de l'application\u00a0: qui a le fichier les a. Gardez-la sous clé.")
            : Session.Say(
                "Without secrets and keys (--with-secrets takes them along). It holds your clients' data: keep it as you keep those.",
                "Sans les secrets ni les clés (--with-secrets les y met). Elle contient les données de vos clients\u00a0: gardez-la comme telles."));
        return 0;
    }
}

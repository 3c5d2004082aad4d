using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Ops.Output;
using OpsAutomation.Ports;
using OpsAutomation.Privacy;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops anonymise</c>: a copy of an export that can be shared: names replaced, figures and dates kept.</summary>
internal sealed class AnonymiseCommand : OpsCommand
{
    private readonly Argument<string> file;
    private readonly Option<string?> target;
    private readonly Option<string?> key;
    private readonly Option<bool> json;

    public AnonymiseCommand(Session session)
        : base(session, "anonymise", "Make a copy of an export that can be shared.", "Faire d'un export une copie que l'on peut partager.")
    {
        file = AddWord("FILE", "the export", "l'export");
        target = AddValue("--out", "FILE", "the copy; by default beside the export, .anonymised before its ending", "la copie\u00a0; par défaut à côté de l'export, .anonymised avant l'extension");
        key = AddValue("--key", "TEXT", "what pseudonyms are made by; by default a secret of the home", "ce dont dérivent les pseudonymes\u00a0; par défaut un secret du dossier");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(file)!;
        var local = LocalExport.Open(path, Session);
        var named = parsed.GetValue(key);
        if (named is { Length: < 8 })
        {
            throw OpsException.WrongUsage(
                "A --key of fewer than 8 characters can be guessed, and with it who is meant. Give a longer one.",
                "Une clé --key de moins de 8 caractères se devine, et avec elle qui est désigné. Donnez-en une plus longue.");
        }

        var secret = named is null ? await KeyOfHomeAsync(parsed, cancellationToken) : Encoding.UTF8.GetBytes(named);
        var context = MappingContext.Of(Session.Locale, DateTimeZoneProviders.Tzdb[EngagementDefaults.ZoneOf(Session.Locale)]);
        var anonymiser = new Anonymiser(secret, ProfileCatalogue.Default, context);
        var copy = parsed.GetValue(target) ?? CopyOf(path, anonymiser);
        if (Path.GetFullPath(copy) == Path.GetFullPath(path))
        {
            throw OpsException.WrongUsage(
                "--out names the export itself: name another file, so that the original stays.",
                "--out désigne l'export lui-même\u00a0: indiquez un autre fichier, pour que l'original reste.");
        }

        await LocalFile.WriteAsync(copy, stream => anonymiser.Write(local.Content, stream, cancellationToken), cancellationToken);
        local.Progress.End();
        if (parsed.GetValue(json))
        {
            JsonOutput.Write(Session.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("file", copy);
                writer.WriteNumber("bytes", LocalFile.LengthOf(copy));
                writer.WriteEndObject();
            });
            return 0;
        }

        Session.Line(Session.Say(
            $"{copy}: names, addresses, ids and texts are replaced; figures, dates and statuses are as they were. Look at it before you share it.",
            $"{copy}\u00a0: noms, adresses, identifiants et textes sont remplacés\u00a0; chiffres, dates et statuts sont inchangés. Relisez-la avant de la partager."));
        return 0;
    }

    private async Task<byte[]> KeyOfHomeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var home = await Session.OpenHomeAsync(GlobalOptions.HomeOf(parsed), cancellationToken);
        if (await home.Secrets.FindAsync(EngagementId.App, SecretName.Anonymise, cancellationToken) is [.., var oldest])
            return Convert.FromBase64String(oldest);
        var made = RandomNumberGenerator.GetBytes(32);
        await home.Secrets.RotateAsync(EngagementId.App, SecretName.Anonymise, Convert.ToBase64String(made), cancellationToken);
        return made;
    }

    private static string CopyOf(string path, Anonymiser anonymiser)
    {
        var name = anonymiser.NameOf(Path.GetFileName(path));
        return Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(name)}.anonymised{Path.GetExtension(name)}");
    }
}

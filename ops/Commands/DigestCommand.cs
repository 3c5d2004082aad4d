using System.CommandLine;
using System.Text;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops digest</c>: previews, approves or sends the weekly digest, once or as a correction.</summary>
internal sealed class DigestCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> to;
    private readonly Option<string?> at;
    private readonly Option<string?> preview;
    private readonly Option<bool> approve;
    private readonly Option<bool> send;
    private readonly Option<bool> correct;
    private readonly Option<string?> by;
    private readonly Option<string?> sentence;

    public DigestCommand(Session session)
        : base(session, "digest", "Preview, approve or send the weekly digest.", "Prévisualiser, approuver ou envoyer le point hebdomadaire.")
    {
        engagement = AddEngagement();
        to = AddValue("--to", "RECIPIENT", "one recipient's id; all of them by default", "l'identifiant d'un destinataire ; tous par défaut");
        at = AddAt();
        preview = AddValue("--preview", "FILE", "write it to a file (.html or .txt) and send nothing", "l'écrire dans un fichier (.html ou .txt) sans rien envoyer");
        approve = AddFlag("--approve", "approve it as it is now", "l'approuver tel qu'il est maintenant");
        send = AddFlag("--send", "send it, once", "l'envoyer, une seule fois");
        correct = AddFlag("--correct", "correct the one that was sent: its next revision", "rectifier celui qui a été envoyé : la révision suivante");
        by = AddValue("--by", "WHO", "who approves or sends", "qui approuve ou envoie");
        sentence = AddValue(
            "--sentence", "TEXT", "with --approve: a sentence of yours to show, at most 30 words; an empty one takes it away",
            "avec --approve : une phrase de vous à montrer, 30 mots au plus ; vide, elle est retirée");
        Add(new DigestListCommand(session));
        Add(new DigestPauseCommand(session));
        Add(new DigestResumeCommand(session));
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(preview);
        if (new[] { file is not null, parsed.GetValue(approve), parsed.GetValue(send) }.Count(chosen => chosen) != 1)
        {
            throw OpsException.WrongUsage(
                "Choose one of --preview FILE, --approve and --send. See: ops digest --help",
                "Choisissez --preview FICHIER, --approve ou --send. Voir : ops digest --help");
        }

        if (parsed.GetValue(sentence) is not null && !parsed.GetValue(approve))
        {
            throw OpsException.WrongUsage(
                "--sentence goes with --approve: what is shown is what was approved. See: ops digest --help",
                "--sentence va avec --approve : ce qui est montré est ce qui a été validé. Voir : ops digest --help");
        }

        var day = Values.Date(parsed.GetValue(at), "--at");
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        if (parsed.GetValue(send))
            open.Home.RefuseHeld();
        IReadOnlyList<Recipient> recipients = file is not null
            ? [DigestRecipients.One(open.Engagement, parsed.GetValue(to))]
            : DigestRecipients.Of(open.Engagement, parsed.GetValue(to));
        if (day is { } asked)
            Session.MoveTo(asked, open.Engagement.Zone);
        var contexts = new DigestContexts(new StandingReader(open.Home.Blobs, open.Home.State, Session.Time), open.Engagement, open.Today);
        var sender = new DigestSender(open.Home.State, open.Home.Mailer, Session.Time, links: Session.DigestLinks(open.Home));
        foreach (var recipient in recipients)
        {
            var context = await contexts.ForAsync(recipient, day ?? open.Today, cancellationToken);
            if (file is not null)
                await PreviewAsync(await sender.PreviewAsync(context, parsed.GetValue(correct), cancellationToken), file, cancellationToken);
            else if (parsed.GetValue(approve))
                await ApproveAsync(sender, context, parsed, cancellationToken);
            else
                Tell(recipient, await sender.SendAsync(context, parsed.GetValue(correct), by: parsed.GetValue(by) ?? AuditLog.Operator, cancellationToken: cancellationToken));
        }

        return 0;
    }

    private async Task PreviewAsync(Digest digest, string file, CancellationToken cancellationToken)
    {
        var isText = file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        await LocalFile.WriteAsync(file, Encoding.UTF8.GetBytes(isText ? digest.Text : digest.Html), cancellationToken);
        Session.Line(digest.Subject);
        Session.Line(Session.Say($"Written to {file}; nothing was sent.", $"Écrit dans {file} ; rien n'a été envoyé."));
    }

    private async Task ApproveAsync(DigestSender sender, DigestContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        var who = parsed.GetValue(by) ?? context.Engagement.PersonAs(PersonRole.Obm)?.Id ?? "ops";
        var digest = await sender.ApproveAsync(context, who, parsed.GetValue(correct), parsed.GetValue(sentence), cancellationToken);
        Session.Line(Session.Say($"{context.Recipient.Name}: approved: {digest.Subject}", $"{context.Recipient.Name} : approuvé : {digest.Subject}"));
    }

    private void Tell(Recipient recipient, DigestReceipt receipt)
    {
        var day = Session.Locale.ShortDate(receipt.SentAt.InUtc().Date);
        Session.Line(receipt.AlreadySent
            ? Session.Say($"{recipient.Name}: already sent on {day}: {receipt.Subject}", $"{recipient.Name} : déjà envoyé le {day} : {receipt.Subject}")
            : Session.Say($"{recipient.Name}: sent: {receipt.Subject}", $"{recipient.Name} : envoyé : {receipt.Subject}"));
        Session.Line($"  {receipt.Where}");
    }
}

using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Notices;

/// <summary>Sends notices, each key once. A notice that cannot be sent stops nothing: what it tells of is kept elsewhere.</summary>
public sealed class NoticeMail(IMailer mailer, Operator app)
{
    /// <summary>Who runs the app.</summary>
    public Operator App => app;

    /// <summary>
    /// The mailbox for a mail about several clients: the operator's, else the one that all of them name; null where there is neither, and the reader's own
    /// stands in. Never that of one of them, whose people would find the others in its sent mail.
    /// </summary>
    /// <param name="engagements">Whom the mail is about.</param>
    public string? SenderOver(IEnumerable<Engagement> engagements) =>
        app.Mailbox ?? (engagements.Select(engagement => engagement.Sender).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is [var common] ? common : null);

    /// <summary>Sends a notice to an address.</summary>
    /// <param name="partition">Whose mail it is.</param>
    /// <param name="key">What is sent at most once, any text.</param>
    /// <param name="sender">The mailbox that it is sent from where one is known; the operator's stands in.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="notice">What it says.</param>
    /// <param name="cancellationToken">Stops before the effect.</param>
    /// <returns>Whether it was sent; false where no mailbox can send it.</returns>
    /// <exception cref="OpsException">Retriable: the mailer failed.</exception>
    public async Task<bool> SendAsync(
        EngagementId partition, string key, string? sender, MailAddress to, Notice notice, CancellationToken cancellationToken = default)
    {
        // The mailbox that refuses may be the very thing to tell of: then the operator's is tried.
        foreach (var mailbox in new[] { sender, app.Mailbox, to.Address }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            try
            {
                await mailer.SendAsync(partition, KeyOf($"{key}\n{mailbox}"), Message(mailbox, to, notice), cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (OpsException refusal) when (refusal.Kind != FailureKind.Retriable)
            {
                // The next mailbox may be allowed to.
            }
        }

        return false;
    }

    private static MailMessage Message(string mailbox, MailAddress to, Notice notice) => new()
    {
        From = new(mailbox, "OpsAutomation"),
        To = to,
        Subject = CleanText.OneLine(notice.Subject),
        Html = NoticeHtml.Render(notice),
        Text = NoticeText.Render(notice),
        LanguageTag = notice.Locale.Id,
    };

    private static string KeyOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("notice\n" + key)));
}

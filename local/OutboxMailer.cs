using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Local;

/// <summary>
/// A mailer that writes each message as a file that mail clients open: <c>outbox/{engagement}/{date}-{recipient}-{short key}.eml</c>.
/// A file whose name ends with the short key is the proof that the message of that key was sent.
/// </summary>
public sealed class OutboxMailer : IMailer, IKeptMails
{
    private const int LongestRecipient = 100;
    private const int DateLength = 11;
    private const int ProofLength = 21;
    private readonly string folder;
    private readonly AtomicFile files;
    private readonly TimeProvider time;
    private readonly MimeWriter mime;

    internal OutboxMailer(string home, AtomicFile files, TimeProvider time)
    {
        folder = Path.Combine(home, "outbox");
        this.files = files;
        this.time = time;
        mime = new(time);
    }

    /// <inheritdoc/>
    public async Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default)
    {
        var outbox = Path.Combine(folder, engagement.Value);
        var suffix = $"-{ShortOf(key)}.eml";
        if (FindSent(outbox, suffix) is { } sent)
            return sent;

        var file = Path.Combine(outbox, $"{time.GetUtcNow():yyyy-MM-dd}-{NameOf(message.To.Address)}{suffix}");
        var bytes = mime.Write(key, message);
        await files.WriteAsync(file, replace: false, (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken).ConfigureAwait(false);
        return file;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, Func<string, bool> isNamed, CancellationToken cancellationToken = default)
    {
        var outbox = Path.Combine(folder, engagement.Value);
        try
        {
            var found = new List<string>();
            if (!Directory.Exists(outbox))
                return found;
            foreach (var path in Directory.EnumerateFiles(outbox, "*.eml").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(path);
                var mail = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
                // Between the date and the proof stands the recipient.
                if (isNamed(name.Length > DateLength + ProofLength ? name[DateLength..^ProofLength] : name) || MailText.Of(mail).Any(isNamed))
                    found.Add(name);
            }

            return found;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, outbox);
        }
    }

    /// <inheritdoc/>
    public async Task BlankAsync(EngagementId engagement, string mail, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(folder, engagement.Value, mail);
        if (!File.Exists(path))
            return;
        var blank = mail.Length > DateLength + ProofLength ? Path.Combine(folder, engagement.Value, $"{mail[..DateLength]}erased{mail[^ProofLength..]}") : path;
        var text = "Subject: -\r\n\r\n-\r\n"u8.ToArray();
        await files.WriteAsync(blank, replace: true, (stream, token) => stream.WriteAsync(text, token).AsTask(), cancellationToken).ConfigureAwait(false);
        if (blank != path)
            File.Delete(path);
    }

    private static string? FindSent(string outbox, string suffix)
    {
        try
        {
            return Directory.Exists(outbox)
                ? Directory.EnumerateFiles(outbox).FirstOrDefault(file => file.EndsWith(suffix, StringComparison.Ordinal))
                : null;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, outbox);
        }
    }

    private static string ShortOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];

    // What no file system minds: the rest of an address becomes a hyphen.
    private static string NameOf(string address)
    {
        var name = string.Concat(address.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '_' or '-' ? c : '-'));
        return name.Length > LongestRecipient ? name[..LongestRecipient] : name;
    }
}

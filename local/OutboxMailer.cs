using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local;

/// <summary>
/// A mailer that writes each message as a file that mail clients open: <c>outbox/{engagement}/{date}-{recipient}-{short key}.eml</c>.
/// A file whose name ends with the short key is the proof that the message of that key was sent.
/// </summary>
public sealed class OutboxMailer : IMailer
{
    private const int LongestRecipient = 100;
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

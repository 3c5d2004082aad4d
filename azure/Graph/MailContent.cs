using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Digests;

namespace OpsAutomation.Azure.Graph;

/// <summary>What a mail says, as a hash.</summary>
internal static class MailContent
{
    /// <summary>SHA-256 of all that the reader gets, in hexadecimal.</summary>
    public static string Hash(MailMessage message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] texts = [message.From.Address, message.From.Name, message.To.Address, message.To.Name, message.ReplyTo?.Address, message.Subject, message.Html, message.Text];
        foreach (var text in texts.Concat(message.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).SelectMany(header => new[] { header.Key, header.Value })))
            Append(hash, Encoding.UTF8.GetBytes(text ?? ""));
        foreach (var file in message.Attachments)
        {
            Append(hash, Encoding.UTF8.GetBytes(file.Name));
            Append(hash, file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // A length before each part keeps two different lists from reading the same.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }
}

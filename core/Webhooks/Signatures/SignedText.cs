using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace OpsAutomation.Webhooks.Signatures;

/// <summary>What a signature is over, as a pattern: <c>{method}</c>, <c>{url}</c>, <c>{body}</c>, <c>{time}</c> and <c>{id}</c> stand for parts of the request, all else for itself.</summary>
internal sealed class SignedText
{
    private readonly string[] pieces;

    public SignedText(string pattern)
    {
        // A piece begins at each brace that opens and ends at each that closes.
        pieces = pattern.Replace("{", "\0{", StringComparison.Ordinal).Replace("}", "}\0", StringComparison.Ordinal)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        HasUrl = pieces.Contains("{url}", StringComparer.Ordinal);
    }

    /// <summary>Whether the URL is part of it.</summary>
    public bool HasUrl { get; }

    /// <summary>Adds it to a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="parts">The parts of the request.</param>
    /// <param name="url">The URL as the vendor may have signed it.</param>
    public void AppendTo(IncrementalHash hash, in SignedParts parts, string url)
    {
        foreach (var piece in pieces)
        {
            if (piece == "{body}")
                hash.AppendData(parts.Body);
            else
                Append(hash, Text(piece, parts, url));
        }
    }

    private static string Text(string piece, in SignedParts parts, string url) => piece switch
    {
        "{method}" => parts.Method,
        "{url}" => url,
        "{time}" => parts.Time,
        "{id}" => parts.Id,
        _ => piece,
    };

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        hash.AppendData(bytes, 0, Encoding.UTF8.GetBytes(text, bytes));
        ArrayPool<byte>.Shared.Return(bytes);
    }
}

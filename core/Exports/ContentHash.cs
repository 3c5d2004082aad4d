using System.Buffers;
using System.IO.Hashing;

namespace OpsAutomation.Exports;

/// <summary>The hash by which the same file is recognised, whatever its name.</summary>
internal static class ContentHash
{
    private const int BufferSize = 1 << 18;

    public static async Task<string> OfAsync(Func<Stream> open, CancellationToken cancellationToken)
    {
        var hash = new XxHash128();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var stream = open();
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
                hash.Append(buffer.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}

using System.Buffers;
using System.IO.Hashing;

namespace OpsAutomation.Exports;

/// <summary>The hash by which the same file is recognised, whatever its name.</summary>
internal static class ContentHash
{
    private const int BufferSize = 1 << 18;

    public static string Of(Func<Stream> open, CancellationToken cancellationToken)
    {
        var hash = new XxHash128();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var stream = open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.Append(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}

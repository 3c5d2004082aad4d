using System.Net;

namespace OpsAutomation.Functions.Tests.Uploads;

/// <summary>A body of so many zeros, which no memory holds.</summary>
internal sealed class Zeros(long length, bool saysItsLength) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var block = new byte[64 * 1024];
        try
        {
            for (var left = length; left > 0; left -= block.Length)
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(block.Length, left)));
        }
        catch (IOException)
        {
            // The server has heard enough.
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return saysItsLength;
    }
}

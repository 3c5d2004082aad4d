using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace OpsAutomation.Azure;

/// <summary>
/// A blob on its way: blocks are staged as they fill, and nothing is seen of them until <see cref="CommitAsync"/>.
/// Closing without it leaves the former blob; the service drops staged blocks after a week.
/// </summary>
internal sealed class BlockUpload(BlockBlobClient blob) : Stream
{
    private const int BlockSize = 4 * 1024 * 1024;
    private readonly List<string> blocks = [];
    private readonly string upload = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
    private readonly MemoryStream block = new();
    private long length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position { get => length; set => throw new NotSupportedException(); }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        block.Position = 0;
        if (blocks.Count == 0)
        {
            // What fits in one block takes one request, which replaces the blob as a whole.
            await blob.UploadAsync(block, new BlobUploadOptions(), cancellationToken).ConfigureAwait(false);
            return;
        }

        if (block.Length > 0)
            await StageAsync(cancellationToken).ConfigureAwait(false);
        await blob.CommitBlockListAsync(blocks, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var part = buffer[..Math.Min(buffer.Length, BlockSize - (int)block.Length)];
            block.Write(part.Span);
            length += part.Length;
            buffer = buffer[part.Length..];
            if (block.Length == BlockSize)
                await StageAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var part = buffer[..Math.Min(buffer.Length, BlockSize - (int)block.Length)];
            block.Write(part);
            length += part.Length;
            buffer = buffer[part.Length..];
            if (block.Length == BlockSize)
                Stage();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // A block is staged when it is full or when all is written.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            block.Dispose();
        base.Dispose(disposing);
    }

    private async Task StageAsync(CancellationToken cancellationToken)
    {
        block.Position = 0;
        await blob.StageBlockAsync(NextBlock(), block, cancellationToken: cancellationToken).ConfigureAwait(false);
        block.SetLength(0);
    }

    private void Stage()
    {
        block.Position = 0;
        blob.StageBlock(NextBlock(), block);
        block.SetLength(0);
    }

    // Ids of one length, and of this upload alone, so that two writers at once never mix their blocks.
    private string NextBlock()
    {
        var id = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{upload}{blocks.Count:00000000}"));
        blocks.Add(id);
        return id;
    }
}

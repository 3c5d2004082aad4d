using System.Buffers.Binary;
using OpsAutomation.Ports;
using OpsAutomation.Schema;

namespace OpsAutomation.Local;

/// <summary>
/// The version of a home: <c>user_version</c> of its state file. It is read from the file's header, without the database, which would write beside
/// it; where the header alone does not tell, the database is asked.
/// </summary>
/// <param name="path">The state file.</param>
internal sealed class HomeMark(string path) : ISchemaMark
{
    private const int HeaderLength = 100;
    private const int VersionAt = 60;

    /// <summary>The version; that of this app where there is no state yet.</summary>
    public Task<int?> ReadAsync(CancellationToken cancellationToken = default) => Task.FromResult<int?>(Read());

    /// <inheritdoc/>
    public Task WriteAsync(int version, CancellationToken cancellationToken = default)
    {
        StateDatabase.Mark(path, version);
        return Task.CompletedTask;
    }

    /// <summary>Refuses a home of a newer version, as far as its header tells; nothing is opened but for reading.</summary>
    public void RefuseNewer(string home) => StateSchema.Check(FromHeader() ?? StateSchema.Current, home);

    private int Read()
    {
        var header = FromHeader();
        // What was committed may stand in the log beside the file, where somebody was killed or still serves the home.
        if (header is null or StateSchema.Current || new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 })
            return header is null or 0 ? StateSchema.Current : header.Value;
        var version = StateDatabase.VersionOf(path);
        return version == 0 ? StateSchema.Current : version;
    }

    // Null where there is no file, or one that is none of SQLite: opening it says what is wrong.
    private int? FromHeader()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Span<byte> header = stackalloc byte[HeaderLength];
            var length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
            if (length == 0)
                return 0;
            return length == HeaderLength && header.StartsWith("SQLite format 3\0"u8) ? BinaryPrimitives.ReadInt32BigEndian(header[VersionAt..]) : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, path);
        }
    }
}

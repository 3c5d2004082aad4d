using System.IO.Compression;
using NodaTime;

namespace OpsAutomation.Closing;

/// <summary>The archive of what is handed over, while it is written: its files in the order of the index.</summary>
internal sealed class HandoverZip(ZipArchive zip, LocalDate day)
{
    private readonly List<HandedFile> files = [];

    /// <summary>What is in it so far.</summary>
    public IReadOnlyList<HandedFile> Files => files;

    /// <summary>Names a file in the index.</summary>
    public void List(HandedFile file) => files.Add(file);

    /// <summary>Adds a file; <see cref="List"/> names it.</summary>
    public async Task AddAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = day.AtMidnight().WithOffset(Offset.Zero).ToDateTimeOffset();
        var stream = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
            await write(stream).ConfigureAwait(false);
    }

    /// <summary>Adds a table, and names it in the index.</summary>
    /// <returns>How many lines it has.</returns>
    public async Task<int> AddTableAsync(string path, LocalizedText what, IReadOnlyList<string> columns, Func<CsvText, Task> fill, CancellationToken cancellationToken)
    {
        var rows = 0;
        await AddAsync(
            path,
            async stream =>
            {
                var table = new CsvText(stream, columns);
                await using (table.ConfigureAwait(false))
                    await fill(table).ConfigureAwait(false);
                rows = table.Rows;
            },
            cancellationToken).ConfigureAwait(false);
        List(new(path, what, rows));
        return rows;
    }
}

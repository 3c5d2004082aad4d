namespace OpsAutomation.Exports.Reading;

/// <summary>An export opened for reading: one table, or one for each sheet or zip entry that holds data.</summary>
public sealed class ExportFile : IDisposable
{
    private ExportFile(IReadOnlyList<ExportTable> tables) => Tables = tables;

    /// <summary>The tables, in their order; at least one.</summary>
    public IReadOnlyList<ExportTable> Tables { get; }

    /// <summary>Opens an export: finds out what it is, its encoding, its delimiter and its header.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="limits">How much it may ask of this machine.</param>
    /// <exception cref="OpsException">Refused, with the reason and what to do: empty, no header, no rows, encrypted, too large, or of another kind.</exception>
    public static ExportFile Open(ExportContent content, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        return new(ContentKind.Open(content, limits.For(content.Length)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

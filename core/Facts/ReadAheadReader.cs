namespace OpsAutomation.Facts;

/// <summary>Reads a large fact file one block ahead: while the caller computes on one core, another decodes.</summary>
internal sealed class ReadAheadReader : IFactReader
{
    private readonly FactFileReader file;
    private FactBlock current;
    private FactBlock spare;
    private Task<bool> next;
    private int at = -1;

    /// <summary>Starts to read.</summary>
    /// <param name="file">The file, at its start; disposed with the reader.</param>
    /// <param name="schema">What the records are.</param>
    public ReadAheadReader(FactFileReader file, FactSchema schema)
    {
        this.file = file;
        current = new FactBlock(schema);
        spare = new FactBlock(schema);
        next = DecodeAsync(spare);
    }

    /// <inheritdoc/>
    public FactRecord Current => current[at];

    /// <inheritdoc/>
    public bool Read()
    {
        if (++at < current.Count)
            return true;
        at = -1;
        current.Clear();
        if (!next.GetAwaiter().GetResult())
            return false;
        (current, spare) = (spare, current);
        next = DecodeAsync(spare);
        at = 0;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The file is closed once nobody reads it any more; what the last block has to say is of no interest now.
        next.ContinueWith(static (_, file) => ((FactFileReader)file!).Dispose(), file, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)
            .GetAwaiter().GetResult();
    }

    private Task<bool> DecodeAsync(FactBlock block) => Task.Run(() => file.ReadBlock(block));
}

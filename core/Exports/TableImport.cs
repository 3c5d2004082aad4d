using System.Text;
using System.Threading.Channels;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Exports;

/// <summary>
/// Reads the rows of one table into a segment of facts. One thread reads and converts, another encodes, indexes and writes: each takes about
/// half of the time, and a few batches between them are all that is held in memory.
/// </summary>
internal sealed class TableImport(MappedTable mapped, IncomingFacts facts, FactKeys keys, RejectionLog rejections, long mostRows, IProgress<int>? progress, ErasedPeople? people = null)
{
    private const int Batches = 4;
    private const int ProgressStep = 8192;

    private readonly FactType type = facts.Schema.Type;
    private readonly RowSubjects? subjects = people is null || facts.Schema.Type == FactType.LedgerEntry ? null : new RowSubjects(people, mapped.Table, mapped.Mapping);

    public async Task RunAsync(FactSegmentWriter writer, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var full = Channel.CreateUnbounded<FactBatch>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var empty = Channel.CreateUnbounded<FactBatch>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        for (var batch = 0; batch < Batches; batch++)
            empty.Writer.TryWrite(new FactBatch(facts.Schema));
        var reading = Task.Run(() => ReadAsync(empty.Reader, full.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in full.Reader.ReadAllAsync(cancellationToken))
            {
                await writer.AppendAsync(batch, cancellationToken);
                batch.Clear();
                empty.Writer.TryWrite(batch);
            }
        }
        finally
        {
            // The other thread has the file open: it ends before anybody else goes on, whatever has happened here.
            await stop.CancelAsync();
            await reading;
        }
    }

    private async Task ReadAsync(ChannelReader<FactBatch> empty, ChannelWriter<FactBatch> full, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            await ReadRowsAsync(empty, full, stop);
        }
        catch (Exception exception)
        {
            // Thrown again on the other thread, which reads from the channel.
            failure = exception;
        }

        full.Complete(failure);
    }

    private async Task ReadRowsAsync(ChannelReader<FactBatch> empty, ChannelWriter<FactBatch> full, CancellationToken stop)
    {
        using var rows = mapped.Table.OpenRows();
        var converter = mapped.Mapping.CreateConverter();
        var batch = await empty.ReadAsync(stop);
        for (var count = 1; rows.Read(); count++)
        {
            if (count > mostRows)
                throw Oversize.Rows(mapped.Table.FileName, mostRows);
            var outcome = converter.Convert(rows, batch.Next);
            if (outcome.Accepted)
                Add(batch, converter, subjects?.Of(rows));
            else if (outcome.Undecided)
                throw new UndecidedException(mapped);
            else if (!outcome.NotARow)
                rejections.Add(type, new(mapped.Table.FileName, mapped.Table.Sheet, rows.Line, outcome.Column, outcome.ReasonCode!));
            if (count % ProgressStep == 0)
                progress?.Report(count);
            if (!batch.IsFull)
                continue;
            full.TryWrite(batch);
            batch = await empty.ReadAsync(stop);
        }

        full.TryWrite(batch);
        mapped.Complete(converter);
    }

    private void Add(FactBatch batch, RowConverter converter, ErasedPerson? subject)
    {
        var merged = converter.MergedIds;
        var id = type == FactType.Reading ? ReadingKey.Of(batch.Next) : converter.NaturalId;
        if (merged.Count > 0)
            Absorb(merged, id);
        batch.Keep(id, converter.Modified, subject);
    }

    private void Absorb(IReadOnlyList<string> merged, ReadOnlySpan<byte> id)
    {
        var own = keys.Of(id);
        foreach (var absorbed in merged)
        {
            var key = keys.Of(Encoding.UTF8.GetBytes(absorbed));
            if (key != own)
                facts.Absorbed.Add(key);
        }
    }
}

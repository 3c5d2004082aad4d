using System.Text;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports;

/// <summary>Reads the rows of one table into a segment of facts.</summary>
internal sealed class TableImport(MappedTable mapped, IncomingFacts facts, FactKeys keys, RejectionLog rejections, IProgress<int>? progress)
{
    private const int ProgressStep = 8192;

    private readonly FactType type = facts.Schema.Type;

    public async Task RunAsync(FactSegmentWriter writer, CancellationToken cancellationToken)
    {
        using var rows = mapped.Table.OpenRows();
        var converter = mapped.Mapping.CreateConverter();
        var record = new FactRecord(facts.Schema);
        for (var count = 1; rows.Read(); count++)
        {
            var outcome = converter.Convert(rows, record);
            if (outcome.Accepted)
                Add(writer, converter, record);
            else if (outcome.Undecided)
                throw new UndecidedException(mapped);
            else if (!outcome.NotARow)
                rejections.Add(type, new(mapped.Table.FileName, mapped.Table.Sheet, rows.Line, outcome.Column, outcome.ReasonCode!));
            if (count % ProgressStep == 0)
                progress?.Report(count);
            if (!writer.IsBlockFull)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            await writer.FlushAsync(cancellationToken);
        }

        mapped.Complete(converter);
    }

    private void Add(FactSegmentWriter writer, RowConverter converter, FactRecord record)
    {
        var merged = converter.MergedIds;
        var id = type == FactType.Reading ? ReadingKey.Of(record) : converter.NaturalId;
        if (merged.Count > 0)
            Absorb(merged, id);
        writer.Add(record, id, keys, converter.Modified);
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

using System.Globalization;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>
/// The facts that are about an erased person by what only the originals say: a ticket's fact may not hold the customer's address that its row does. They are
/// kept while a run is under way, since nothing tells them once the originals are rewritten.
/// </summary>
internal sealed class SubjectKeys(IStateStore state, TableMapper mapper)
{
    private const string Collection = "erasure-records";

    // 32 characters each, within what a record may hold.
    private const int MostAtOnce = 800;

    private readonly Dictionary<FactType, HashSet<UInt128>> keys = [];

    /// <summary>Whether a fact is about the person.</summary>
    public bool Has(FactType type, UInt128 key) => keys.TryGetValue(type, out var known) && known.Contains(key);

    /// <summary>Takes in the rows of an original.</summary>
    public void Learn(ExportContent content, ErasedPeople people)
    {
        try
        {
            using var file = ExportFile.Open(content, ReadingLimits.Default);
            foreach (var table in file.Tables)
                Learn(mapper.Shape(table), people);
        }
        catch (OpsException)
        {
            // No export that can be read, so no fact came of it.
        }
    }

    /// <summary>Keeps them until the run has ended.</summary>
    public async Task KeepAsync(EngagementId engagement, ErasedPerson person, CancellationToken cancellationToken)
    {
        foreach (var (type, known) in keys)
        {
            var part = 0;
            foreach (var chunk in known.Order().Chunk(MostAtOnce))
            {
                var json = JsonText.Write(writer =>
                {
                    writer.WriteStartArray();
                    foreach (var key in chunk)
                        writer.WriteStringValue(key.ToString("x32", CultureInfo.InvariantCulture));
                    writer.WriteEndArray();
                });
                await state.CommitAsync(engagement, [StateChange.Put(new(Collection, $"{person.Id}/{type}/{part++}"), json)], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads what a run has kept.</summary>
    public async Task LoadAsync(EngagementId engagement, ErasedPerson person, CancellationToken cancellationToken)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, person.Id + "/", cancellationToken).ConfigureAwait(false))
        {
            var type = Enum.Parse<FactType>(entry.Key.Id.Split('/')[1]);
            using var document = JsonDocument.Parse(entry.Value);
            foreach (var key in document.RootElement.EnumerateArray())
                Add(type, UInt128.Parse(key.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Forgets them.</summary>
    public Task EndAsync(EngagementId engagement, ErasedPerson person, CancellationToken cancellationToken) =>
        state.RemoveAllAsync(engagement, Collection, person.Id + "/", cancellationToken);

    private void Learn(ExportTable table, ErasedPeople people)
    {
        var mapping = mapper.Map(table);
        if (mapping.Fact is not { } type || mapping.Choices.Count > 0 || type is FactType.LedgerEntry or FactType.Reading)
            return;
        var subjects = new RowSubjects(people, table, mapping);
        var factKeys = new FactKeys(type, mapping.KeyNamespace);
        var converter = mapping.Scan(table).CreateConverter();
        var record = new FactRecord(FactSchema.Of(type));
        using var rows = table.OpenRows();
        while (rows.Read())
        {
            if (converter.Convert(rows, record).Accepted && !converter.NaturalId.IsEmpty && subjects.Of(rows) is not null)
                Add(type, factKeys.Of(converter.NaturalId));
        }
    }

    private void Add(FactType type, UInt128 key)
    {
        if (!keys.TryGetValue(type, out var known))
            keys.Add(type, known = []);
        known.Add(key);
    }
}

using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Closing;

/// <summary>Facts as tables: one CSV and one file of JSON Lines for each type, records that no longer count included with the reason why.</summary>
internal sealed class FactTables(IBlobStore blobs, IStateStore state)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFF");

    /// <summary>Writes those that there are.</summary>
    public async Task WriteAsync(EngagementId engagement, HandoverZip zip, CancellationToken cancellationToken)
    {
        var facts = await new FactStore(blobs, state).OpenAsync(engagement, cancellationToken).ConfigureAwait(false);
        foreach (var type in Enum.GetValues<FactType>())
        {
            var schema = FactSchema.Of(type);
            var name = type.ToString().ToLowerInvariant();
            var words = FactWords.Of(type);
            var what = new LocalizedText($"facts: {words.En}, one line a record", $"faits\u00a0: {words.Fr}, une ligne par enregistrement");
            var rows = await WriteAsync(facts, type, record => Csv(schema, record, facts), zip, $"facts/{name}.csv", what, ["state", .. schema.Fields.Select(field => field.Name), "source"], cancellationToken)
                .ConfigureAwait(false);
            if (rows > 0)
                await WriteLinesAsync(facts, type, zip, $"facts/{name}.jsonl", what, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> WriteAsync(
        IFactSource facts, FactType type, Func<FactRecord, IEnumerable<string>> cells, HandoverZip zip, string path, LocalizedText what, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        using var reader = facts.Open(type);
        if (reader is null || !reader.Read())
            return 0;
        return await zip.AddTableAsync(
            path,
            what,
            columns,
            async table =>
            {
                do
                    await table.AddAsync(cells(reader.Current), cancellationToken).ConfigureAwait(false);
                while (reader.Read());
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteLinesAsync(IFactSource facts, FactType type, HandoverZip zip, string path, LocalizedText what, CancellationToken cancellationToken)
    {
        using var reader = facts.Open(type);
        var rows = 0;
        await zip.AddAsync(
            path,
            async stream =>
            {
                while (reader!.Read())
                {
                    var line = Json(reader.Current, facts);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
                    rows++;
                }
            },
            cancellationToken).ConfigureAwait(false);
        zip.List(new(path, what, rows));
    }

    private static IEnumerable<string> Csv(FactSchema schema, FactRecord record, IFactSource facts) =>
    [
        WordOf(record.State),
        .. schema.Fields.Select(field => field.Kind switch
        {
            FieldKind.Number => CsvText.Cell(record.FindNumber(field)),
            FieldKind.Time => record.FindTime(field) is { } time ? TextOf(time) : "",
            FieldKind.Flag => record.FindFlag(field) switch { true => "true", false => "false", _ => "" },
            _ => CsvText.Cell(record.FindText(field)),
        }),
        CsvText.Cell(SourceOf(record, facts)),
    ];

    private static string Json(FactRecord record, IFactSource facts) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("state", WordOf(record.State));
        foreach (var field in record.Schema.Fields.Where(record.Has))
        {
            switch (field.Kind)
            {
                case FieldKind.Number:
                    json.WriteNumber(field.Name, record.GetNumber(field));
                    break;
                case FieldKind.Time:
                    json.WriteString(field.Name, TextOf(record.FindTime(field)!.Value));
                    break;
                case FieldKind.Flag:
                    json.WriteBoolean(field.Name, record.FindFlag(field)!.Value);
                    break;
                default:
                    json.WriteString(field.Name, record.FindText(field));
                    break;
            }
        }

        json.WriteString("source", SourceOf(record, facts));
        json.WriteEndObject();
    });

    private static string? SourceOf(FactRecord record, IFactSource facts) =>
        record.Source >= 0 && record.Source < facts.Imports.Count ? facts.Imports[record.Source].File : null;

    private static string TextOf(FactTime time) => time.HasTime
        ? Moment.Format(time.Local) + OffsetPattern.GeneralInvariantWithZ.Format(Offset.FromSeconds(time.OffsetMinutes * 60))
        : LocalDatePattern.Iso.Format(time.Date);

    private static string WordOf(RecordState state) => state == RecordState.None ? "current" : state.ToString().ToLowerInvariant();
}

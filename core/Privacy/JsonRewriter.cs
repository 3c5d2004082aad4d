using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Exports.Reading.Encodings;
using OpsAutomation.Exports.Reading.Json;

namespace OpsAutomation.Privacy;

/// <summary>
/// Writes JSON anew by replacing the values that an editor changes where they stand: names, order, blanks and numbers' digits stay as they were.
/// </summary>
internal sealed class JsonRewriter(byte[] document, JsonLayout layout, IRecordEditor editor)
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true };

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.+-eE");

    private readonly ArrayBufferWriter<byte> target = new(document.Length + 1024);
    private readonly List<(int Start, int Length, bool IsNumber, string Value)> tokens = [];
    private readonly RecordCells record = new(layout.Records);
    private int copied;

    public static void Write(ExportContent content, RecordLayout records, IRecordEditor editor, Stream target, ReadingLimits limits)
    {
        var text = TextContent.Detect(content.Open);
        byte[] bytes;
        using (var stream = text.Open())
            bytes = BoundedBytes.Read(stream, content.Name, limits.MaxBytesInMemory);
        using var encoded = text.Encode(target);
        encoded.Write(Rewritten(bytes, records, editor));
    }

    /// <summary>A document with the values that the editor decides.</summary>
    /// <exception cref="JsonException">The document is malformed.</exception>
    public static ReadOnlySpan<byte> Rewritten(byte[] document, RecordLayout records, IRecordEditor editor)
    {
        var rewriter = new JsonRewriter(document, JsonLayout.Of(document, records), editor);
        rewriter.Run();
        return rewriter.target.WrittenSpan;
    }

    private void Run()
    {
        var reader = new Utf8JsonReader(document, Options);
        var place = new JsonPlace();
        var current = -1;
        var depth = 0;
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            if (layout.RecordAt(start) is var at && at != current)
            {
                Settle();
                current = at;
                depth = place.Names.Count;
            }

            place.Move(ref reader);
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
                continue;
            var isNumber = reader.TokenType == JsonTokenType.Number;
            Take((start, (int)reader.BytesConsumed - start, isNumber, TextOf(ref reader)), place, current < 0 ? -1 : depth);
        }

        Settle();
        target.Write(document.AsSpan(copied));
    }

    private void Take((int Start, int Length, bool IsNumber, string Value) token, JsonPlace place, int depth)
    {
        var column = depth < 0 ? -1 : layout.ColumnOf(place.Within(depth));
        if (column >= layout.Records.Treatments.Count)
            column = -1;
        var treatment = column >= 0 ? layout.Records.Of(column) : layout.TreatmentOf(place.Names);
        // A number is a figure and a moment a date unless their name says that they are somebody's.
        if (treatment is CellTreatment.Text or CellTreatment.Category && token.IsNumber)
            treatment = CellTreatment.Number;
        else if (IsMoment(token.Value) && treatment != CellTreatment.Code)
            treatment = CellTreatment.Time;
        if (depth < 0)
        {
            Replace(token, editor.EditLoose(token.Value, treatment));
            return;
        }

        tokens.Add(token);
        record.Add(token.Value, column, treatment);
    }

    private void Settle()
    {
        if (tokens.Count > 0)
        {
            editor.Edit(record);
            for (var i = 0; i < tokens.Count; i++)
                Replace(tokens[i], record[i]);
        }

        tokens.Clear();
        record.Clear();
    }

    private void Replace((int Start, int Length, bool IsNumber, string Value) token, string value)
    {
        if (value == token.Value)
            return;
        target.Write(document.AsSpan(copied, token.Start - copied));
        if (token.IsNumber && IsNumber(value))
            target.Write(Encoding.UTF8.GetBytes(value));
        else
            target.Write(Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)}\""));
        copied = token.Start + token.Length;
    }

    private static string TextOf(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : JsonTexts.TextOf(ref reader);

    private static bool IsNumber(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyExcept(NumberSigns) && char.IsAsciiDigit(value[^1]);

    private static bool IsMoment(string value) => value.Length is >= 10 and <= 35 && char.IsAsciiDigit(value[0]) && value[4] == '-' && value[7] == '-';
}

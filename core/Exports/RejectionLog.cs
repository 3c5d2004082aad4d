using System.Text;
using System.Text.Json;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports;

/// <summary>The rows of one import that could not be used.</summary>
internal sealed class RejectionLog
{
    private const int LinesShown = 5;

    // A person reads a few; a file of nothing else would make a list far larger than itself.
    private const int MostListed = 100_000;

    private readonly List<Rejection> rejections = [];
    private readonly Dictionary<FactType, int> counts = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first hundred thousand, in the order of the file.</summary>
    public IReadOnlyList<Rejection> All => rejections;

    /// <summary>How many there are of each fact type.</summary>
    public IReadOnlyDictionary<FactType, int> Counts => counts;

    public void Add(FactType type, Rejection rejection)
    {
        Count++;
        if (rejections.Count < MostListed)
            rejections.Add(rejection);
        counts[type] = counts.GetValueOrDefault(type) + 1;
    }

    /// <summary>One JSON object a line, so that a long list need not be read as a whole.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (var chunk in rejections.Chunk(1000))
        {
            var text = new StringBuilder();
            foreach (var rejection in chunk)
                text.Append(ToJson(rejection)).Append('\n');
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        }
    }

    public static IEnumerable<Rejection> Read(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            yield return new(
                root.GetProperty("file").GetString()!,
                root.GetProperty("sheet").GetString(),
                root.GetProperty("line").GetInt32(),
                root.GetProperty("column").GetString(),
                root.GetProperty("reason").GetString()!);
        }
    }

    /// <summary>The refusal of a file of which too many rows could not be used.</summary>
    public OpsException Refusal(string file, int read, decimal limit)
    {
        var most = rejections.GroupBy(rejection => (rejection.Column, rejection.Reason)).OrderByDescending(group => group.Count()).First();
        var reason = RowReasons.Describe(most.Key.Reason);
        var lines = string.Join(", ", most.Take(LinesShown).Select(rejection => rejection.Line));
        var share = decimal.Round(Count * 100m / read, 1);
        var frenchShare = share.ToString().Replace('.', ',');
        return OpsException.Refused(
            $"{file} was not imported: {Count} of its {read} rows ({share}%) cannot be used, more than the limit of {limit}%. "
            + $"Most often{(most.Key.Column is { } column ? $", in column “{column}”" : "")}: {reason.En} ({most.Count()} rows, first on lines {lines}). "
            + $"Look at the mapping with `ops inspect`, correct the file or name its columns with --map, then import it again; nothing was changed.",
            $"{file} n’a pas été importé\u00a0: {Count} de ses {read} lignes ({frenchShare}\u00a0%) sont inutilisables, au-delà de la limite de {limit.ToString().Replace('.', ',')}\u00a0%. "
            + $"Le plus souvent{(most.Key.Column is { } colonne ? $", dans la colonne «\u00a0{colonne}\u00a0»" : "")}\u00a0: {reason.Fr} ({most.Count()} lignes, d’abord aux lignes {lines}). "
            + "Regardez la correspondance avec `ops inspect`, corrigez le fichier ou nommez ses colonnes avec --map, puis réimportez-le\u00a0; rien n’a été modifié.");
    }

    private static string ToJson(Rejection rejection) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", rejection.File);
        json.WriteString("sheet", rejection.Sheet);
        json.WriteNumber("line", rejection.Line);
        json.WriteString("column", rejection.Column);
        json.WriteString("reason", rejection.Reason);
        json.WriteEndObject();
    });
}

using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>
/// The fields of one mapping. What is asked for is known; <see cref="Finish"/> refuses the rest. A wrong value is an error in the list and
/// reads as absent; a field without a value is absent.
/// </summary>
internal sealed class YamlFields(YamlMapping mapping, string path, YamlErrors errors)
{
    private readonly Dictionary<string, YamlEntry> entries = mapping.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    private readonly List<string> asked = [];

    public int Line => mapping.Line;

    public string Path => path;

    public IReadOnlyList<YamlEntry> Entries => mapping.Entries;

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => entries.TryGetValue(key, out var entry) ? entry.Line : mapping.Line;

    public string PathOf(string key) => YamlPath.Field(path, key);

    public void Refuse(string key, LocalizedText problem) => errors.Add(LineOf(key), PathOf(key), problem);

    public string? Text(string key) => Parse(key, Expected.Text, text => text.Trim() is { Length: > 0 } trimmed ? trimmed : null);

    public string RequiredText(string key, LocalizedText? expected = null) => Text(key) ?? Missing(key, expected ?? Expected.Text, "");

    public bool? Flag(string key) => ParseValue<bool>(key, Expected.Flag, text => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "oui" => true,
        "false" or "no" or "non" => false,
        _ => null,
    });

    public decimal? Number(string key, decimal? least = null, decimal? most = null) => ParseValue<decimal>(
        key,
        Expected.Number(least, most),
        text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && !(number < least) && !(number > most) ? number : null);

    public int? Integer(string key, int least, int most) => ParseValue<int>(
        key,
        Expected.Integer(least, most),
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null);

    public LocalDate? Date(string key) => ParseValue<LocalDate>(key, Expected.Date, text => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null);

    public LocalTime? Time(string key) => ParseValue<LocalTime>(key, Expected.Time, text =>
        LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(text) is { Success: true } parsed ? parsed.Value : null);

    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct => ParseValue(key, Expected.OneOf(words.Keys), text => words.TryGetValue(text.ToLowerInvariant(), out var chosen) ? chosen : (T?)null);

    public T? Parse<T>(string key, LocalizedText expected, Func<string, T?> parse)
        where T : class => Find(key) switch
        {
            null => null,
            YamlScalar scalar when parse(scalar.Text) is { } value => value,
            _ => Refused<T>(key, expected),
        };

    public T? ParseValue<T>(string key, LocalizedText expected, Func<string, T?> parse)
        where T : struct
    {
        if (Find(key) is not { } node)
            return null;
        if (node is YamlScalar scalar && parse(scalar.Text.Trim()) is { } value)
            return value;
        Refuse(key, expected);
        return null;
    }

    public T Missing<T>(string key, LocalizedText expected, T stead)
    {
        if (!Has(key))
            Refuse(key, Expected.Missing(expected));
        return stead;
    }

    /// <summary>The node of a key, or null where it is absent or has no value; the key is known from now on.</summary>
    public YamlNode? Find(string key)
    {
        asked.Add(key);
        return entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalar { IsNull: true } ? entry.Value : null;
    }

    /// <summary>A nested mapping, or null.</summary>
    public YamlFields? Fields(string key) => Find(key) switch
    {
        null => null,
        YamlMapping nested => new(nested, PathOf(key), errors),
        _ => Refused<YamlFields>(key, Expected.Mapping),
    };

    /// <summary>The mappings of a list.</summary>
    public IReadOnlyList<YamlFields> List(string key)
    {
        if (Find(key) is not { } node)
            return [];
        if (node is not YamlList list)
            return Refused<IReadOnlyList<YamlFields>>(key, Expected.List) ?? [];
        var items = new List<YamlFields>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is YamlMapping item)
                items.Add(new(item, YamlPath.Item(PathOf(key), i), errors));
            else
                errors.Add(list.Items[i].Line, YamlPath.Item(PathOf(key), i), Expected.Mapping);
        }

        return items;
    }

    /// <summary>The texts of a list, or the one text that stands in its place.</summary>
    public IReadOnlyList<YamlText> Texts(string key)
    {
        if (Find(key) is not { } node)
            return [];
        if (node is YamlScalar single)
            return [new(single.Text, single.Line, PathOf(key))];
        if (node is not YamlList list)
            return Refused<IReadOnlyList<YamlText>>(key, Expected.List) ?? [];
        var items = new List<YamlText>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is YamlScalar { IsNull: false } item)
                items.Add(new(item.Text, item.Line, YamlPath.Item(PathOf(key), i)));
            else
                errors.Add(list.Items[i].Line, YamlPath.Item(PathOf(key), i), Expected.Text);
        }

        return items;
    }

    /// <summary>A text in both languages: one text for both, or one each under <c>en</c> and <c>fr</c>.</summary>
    public LocalizedText? Localized(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return new(scalar.Text, scalar.Text);
            case YamlMapping:
                var fields = Fields(key)!;
                var (en, fr) = (fields.Text("en"), fields.Text("fr"));
                fields.Finish();
                if ((en ?? fr) is { } any)
                    return new(en ?? any, fr ?? any);
                break;
        }

        Refuse(key, Expected.Bilingual);
        return null;
    }

    /// <summary>Refuses the keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in mapping.Entries.Where(entry => !asked.Contains(entry.Key, StringComparer.Ordinal)))
            errors.Add(entry.Line, path, Expected.KnownKey(entry.Key, Nearest.Of(entry.Key, asked), asked.Distinct(StringComparer.Ordinal)));
    }

    private T? Refused<T>(string key, LocalizedText expected)
        where T : class
    {
        Refuse(key, expected);
        return null;
    }
}

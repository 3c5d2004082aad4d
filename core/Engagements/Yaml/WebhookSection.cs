using System.Text.RegularExpressions;
using OpsAutomation.Logbook;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>webhooks</c>: who may tell of events, how that is verified, and what the events do.</summary>
internal static partial class WebhookSection
{
    private static readonly string[] Meanings = ["won", "lost", "open", "closed", "done"];
    private static readonly LocalizedText HeaderExpected = new("the name of a header, such as X-Api-Key, was expected", "le nom d'un en-tête, comme X-Api-Key, est attendu");
    private static readonly LocalizedText UserExpected = new("a user name without a colon was expected", "un nom d'utilisateur sans deux-points est attendu");
    private static readonly LocalizedText PathExpected = new("a path such as $.data.total was expected", "un chemin comme $.data.total est attendu");

    private static readonly LocalizedText NameExpected = new(
        "1 to 32 lower-case letters, digits and inner hyphens were expected, such as n8n",
        "de 1 à 32 lettres minuscules, chiffres et tirets intérieurs sont attendus, par exemple n8n");

    private static readonly LocalizedText EffectExpected = new(
        "exactly one of reading, record, comment, action, decision was expected", "une seule de ces clés est attendue\u00a0: reading, record, comment, action, decision");

    private static readonly Dictionary<string, TokenPlace> Places =
        new(StringComparer.Ordinal) { ["bearer"] = TokenPlace.Bearer, ["basic"] = TokenPlace.Basic, ["header"] = TokenPlace.Header };

    private static readonly Dictionary<string, LogKind> Items =
        new(StringComparer.Ordinal) { ["comment"] = LogKind.Comment, ["action"] = LogKind.Action, ["decision"] = LogKind.Decision };

    public static IReadOnlyList<WebhookSettings> Read(YamlFields root, ReadingContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. root.List("webhooks").Select(item => ReadOne(item, context, seen))];
    }

    /// <summary>A short name that is part of a URL or of a secret's name.</summary>
    public static string? Name(YamlFields fields, string key) => fields.Parse(key, NameExpected, text => IsName(text.Trim()) ? text.Trim() : null);

    /// <summary>Whether a text is such a name.</summary>
    public static bool IsName(string text) => NameShape().IsMatch(text);

    private static WebhookSettings ReadOne(YamlFields item, ReadingContext context, HashSet<string> seen)
    {
        var source = Name(item, "source") ?? item.Missing("source", NameExpected, "");
        if (source.Length > 0 && !seen.Add(source))
            item.Refuse("source", Expected.Unique);
        var scheme = item.Choice("scheme", WebhookSchemes.Words)
            ?? WebhookSchemes.DefaultOf(source)
            ?? item.Missing("scheme", Expected.OneOf(WebhookSchemes.Words.Keys), WebhookScheme.Token);
        var settings = new WebhookSettings { Source = source, Scheme = scheme };
        if (scheme == WebhookScheme.Token)
            settings = WithToken(settings, item);
        settings = settings with
        {
            Type = Path(item, "type") ?? settings.Type,
            Stages = Stages(item),
            Users = [.. item.Texts("users").Select(user => user.Text)],
            Events = [.. item.List("events").Select(mapping => ReadMapping(mapping, context)).OfType<WebhookMapping>()],
        };
        item.Finish();
        return settings;
    }

    private static WebhookSettings WithToken(WebhookSettings settings, YamlFields item)
    {
        var place = item.Choice("token", Places) ?? TokenPlace.Bearer;
        var header = place == TokenPlace.Header ? Header(item, "header") ?? item.Missing("header", HeaderExpected, "") : null;
        var user = place == TokenPlace.Basic
            ? item.Parse("user", UserExpected, text => text.Trim() is { Length: > 0 and <= 100 } name && !name.Contains(':', StringComparison.Ordinal) ? name : null)
                ?? settings.Source
            : null;
        return settings with { Place = place, Header = header, User = user, IdHeader = Header(item, "idHeader"), Id = Path(item, "id") };
    }

    // What a vendor's own stages mean, by meaning.
    private static Dictionary<string, IReadOnlyList<string>> Stages(YamlFields item)
    {
        var stages = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (item.Fields("stages") is not { } fields)
            return stages;
        foreach (var meaning in Meanings)
        {
            if (fields.Has(meaning))
                stages[meaning] = [.. fields.Texts(meaning).Select(stage => stage.Text)];
        }

        fields.Finish();
        return stages;
    }

    private static WebhookMapping? ReadMapping(YamlFields fields, ReadingContext context)
    {
        var on = fields.RequiredText("on");
        var mapping = new WebhookMapping(on);
        var effects = 0;
        if (fields.Fields("reading") is { } reading)
        {
            effects++;
            var kpi = reading.RequiredText("kpi");
            if (kpi.Length > 0)
                context.CheckKpi(kpi, reading.LineOf("kpi"), reading.PathOf("kpi"));
            var value = Path(reading, "value") ?? reading.Missing<JsonPath?>("value", PathExpected, null);
            mapping = mapping with { Kpi = kpi, Value = value, Date = Path(reading, "date") };
            reading.Finish();
        }

        if (fields.Has("record"))
        {
            effects++;
            mapping = mapping with { Record = WebhookRecordSection.Read(fields) };
        }

        foreach (var (key, kind) in Items)
        {
            if (Path(fields, key) is not { } text)
                continue;
            effects++;
            mapping = mapping with { Item = kind, Text = text };
        }

        if (effects != 1)
            fields.Refuse("on", EffectExpected);
        fields.Finish();
        return effects == 1 ? mapping : null;
    }

    private static JsonPath? Path(YamlFields fields, string key) => fields.Parse(key, PathExpected, JsonPath.TryParse);

    private static string? Header(YamlFields fields, string key) =>
        fields.Parse(key, HeaderExpected, text => HeaderShape().IsMatch(text.Trim()) ? text.Trim() : null);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderShape();
}

using System.Text;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Running;

namespace OpsAutomation.Fuzz.Tests.Yaml;

/// <summary>YAML that has the keys of engagement files, maps and profiles with values that nobody expects there.</summary>
internal static class RandomYaml
{
    private static readonly string[] Keys =
    [
        "id", "name", "locale", "start", "people", "role", "email", "kpis", "followed", "targets", "kpi", "value", "grain", "from", "custom", "measure", "fact", "aggregate", "field", "where", "milestones", "changes", "criteria",
        "recipients", "day", "time", "sources", "webhooks", "source", "scheme", "token", "header", "events", "on", "reading", "to", "types", "secret", "openingHours", "days", "zone", "country", "region", "currency", "size",
        "state", "raci", "capacity", "tools", "documents", "imports", "columns", "status", "units", "signature", "ignore", "dateOrder", "decimalMark", "sender", "fiscalYearStart", "dayRate", "en", "fr", "url", "holidays", "title", "text", "kind", "of",
    ];

    private static readonly string[] Values =
    [
        "fr-FR", "2026-01-05", "Deal", "sales.win-rate", "Europe/Paris", "EUR", "FR", "obm", "standard", "token", "$.data.x", "[]", "{}", "~", "null", "-1", "1e99", "99999999999999999999", "true", "monday", "07:30", "25:00", "week", "sum", "ratio",
        "https://127.0.0.1/x", "https://example.com/x", "http://[::1]", "file:///etc/passwd", "a@b.example", "{en: A, fr: B}", "[a, b, [c]]", "|\n  x", "!!int 5", "0x10", "0o7", ".inf", ".nan", "1_000", "2026-01-05T00:00:00Z",
    ];

    /// <summary>A document of random keys and values, indented soundly.</summary>
    public static string Document(FuzzCase one)
    {
        var text = new StringBuilder("id: a\nname: A\nlocale: fr-FR\nstart: 2026-01-05\n");
        Mapping(one, text, 0);
        return text.ToString();
    }

    /// <summary>Aliases that would multiply, nesting without end, long keys and texts.</summary>
    public static string Bomb(FuzzCase one)
    {
        var times = one.Random.Next(2, 3000);
        return one.Random.Next(9) switch
        {
            0 => "a: &a [x,x,x]\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [*{(char)('a' + i)},*{(char)('a' + i)},*{(char)('a' + i)}]\n")),
            1 => "id: " + new string('[', times),
            2 => "id: " + string.Concat(Enumerable.Repeat("{a: ", times)),
            3 => string.Concat(Enumerable.Range(0, Math.Min(times, 400)).Select(i => new string(' ', i) + "a:\n")),
            4 => string.Concat(Enumerable.Repeat("- ", times)) + "x",
            5 => string.Concat(Enumerable.Repeat("? ", times)) + "x",
            6 => new string('k', times) + ": v\n",
            7 => "id: \"" + string.Concat(Enumerable.Repeat("\\U0010FFFF\\x00", Math.Min(times, 300))) + "\"",
            _ => "people:\n" + string.Concat(Enumerable.Range(0, times).Select(i => $"  - {{id: p{i}, name: N, role: sponsor}}\n")),
        };
    }

    private static void Mapping(FuzzCase one, StringBuilder text, int depth)
    {
        for (var count = one.Random.Next(1, 6); count > 0; count--)
        {
            var indent = new string(' ', depth * 2);
            text.Append(indent).Append(one.Any(Keys)).Append(':');
            switch (one.Random.Next(depth > 5 ? 2 : 4))
            {
                case 0: text.Append(' ').Append(one.Any(Values)).Append('\n'); break;
                case 1: text.Append(" \"").Append(Tokens.Text(one.Random).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"\n"); break;
                case 2:
                    text.Append('\n');
                    Mapping(one, text, depth + 1);
                    break;
                default:
                    text.Append('\n').Append(indent).Append("  - ").Append(one.Any(Keys)).Append(": ").Append(one.Any(Values)).Append('\n');
                    break;
            }
        }
    }
}

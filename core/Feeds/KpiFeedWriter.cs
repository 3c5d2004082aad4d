using System.IO.Hashing;
using System.Text;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Feeds;

/// <summary>Writes the feed in one of its formats: UTF-8, numbers with a point and no grouping, days as ISO 8601.</summary>
internal abstract class KpiFeedWriter
{
    private static readonly KpiFeedWriter[] All = [new Csv(), new Json()];

    /// <summary>The columns, in their order: a contract. New ones are added at the end.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "engagement", "kpi", "label", "unit", "currency", "grain", "nature", "period", "period_start", "period_end", "is_current", "is_partial",
        "value", "target", "target_up_to", "status", "sample_size", "is_entered", "computed_at",
    ];

    protected abstract string Format { get; }

    protected abstract string MediaType { get; }

    /// <summary>The writer of a format, or null.</summary>
    public static KpiFeedWriter? Find(string format) => Array.Find(All, writer => writer.Format.Equals(format, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes it.</summary>
    public KpiFeedFile Write(EngagementId engagement, KpiFeed feed, Language language)
    {
        var content = Encoding.UTF8.GetBytes(Text(engagement, feed, InstantPattern.General.Format(feed.ComputedAt), language));
        return new(content, MediaType, $"kpis-{engagement}.{Format}", $"\"{Convert.ToHexStringLower(XxHash128.Hash(content))}\"");
    }

    protected abstract string Text(EngagementId engagement, KpiFeed feed, string computedAt, Language language);

    private sealed class Csv : KpiFeedWriter
    {
        protected override string Format => "csv";

        protected override string MediaType => "text/csv; charset=utf-8";

        protected override string Text(EngagementId engagement, KpiFeed feed, string computedAt, Language language)
        {
            var text = new StringBuilder().AppendJoin(',', Columns).Append("\r\n");
            foreach (var row in feed.Rows)
            {
                // Figures are written as they are: what begins with a minus there is a number.
                text.AppendJoin(
                    ',',
                    Cell(engagement.Value), Cell(row.Kpi), Cell(row.Label.In(language)), Cell(row.Unit), Cell(row.Currency), Cell(row.Grain), Cell(row.Nature),
                    Cell(row.Period), Cell(row.PeriodStart), Cell(row.PeriodEnd), Flag(row.IsCurrent), Flag(row.IsPartial), Number(row.Value), Number(row.Target),
                    Number(row.TargetUpTo), Cell(row.Status), Number(row.SampleSize), Flag(row.IsEntered), computedAt).Append("\r\n");
            }

            return text.ToString();
        }

        // A text that a spreadsheet would take for a formula gets an apostrophe in front.
        private static string Cell(string? value)
        {
            if (string.IsNullOrEmpty(value))
                return "";
            var text = string.Concat(value.Where(c => !char.IsControl(c) || c == '\t')).Replace('\t', ' ');
            if (text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..])
                text = "'" + text;
            return text.AsSpan().IndexOfAny(",;\"'") >= 0 || text.Length != text.Trim().Length ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        }

        private static string Flag(bool value) => value ? "true" : "false";

        private static string Number(decimal? value) => value is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
    }

    private sealed class Json : KpiFeedWriter
    {
        protected override string Format => "json";

        protected override string MediaType => "application/json; charset=utf-8";

        protected override string Text(EngagementId engagement, KpiFeed feed, string computedAt, Language language) => JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("engagement", engagement.Value);
            json.WriteString("computed_at", computedAt);
            json.WriteStartArray("rows");
            foreach (var row in feed.Rows)
            {
                json.WriteStartObject();
                json.WriteString("engagement", engagement.Value);
                json.WriteString("kpi", row.Kpi);
                json.WriteString("label", row.Label.In(language));
                json.WriteString("unit", row.Unit);
                json.WriteString("currency", row.Currency);
                json.WriteString("grain", row.Grain);
                json.WriteString("nature", row.Nature);
                json.WriteString("period", row.Period);
                json.WriteString("period_start", row.PeriodStart);
                json.WriteString("period_end", row.PeriodEnd);
                json.WriteBoolean("is_current", row.IsCurrent);
                json.WriteBoolean("is_partial", row.IsPartial);
                JsonText.Number(json, "value", row.Value);
                JsonText.Number(json, "target", row.Target);
                JsonText.Number(json, "target_up_to", row.TargetUpTo);
                json.WriteString("status", row.Status);
                JsonText.Number(json, "sample_size", row.SampleSize);
                json.WriteBoolean("is_entered", row.IsEntered);
                json.WriteString("computed_at", computedAt);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}

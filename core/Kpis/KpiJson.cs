using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Kpis;

/// <summary>Writes KPIs as the JSON that <c>ops kpis --json</c> and the KPI feed give: an array, one element a KPI, decimals exact.</summary>
public static class KpiJson
{
    // Labels are read by people too: accents stay as they are. Nothing of this goes into a web page unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON, with labels and warnings in a language.</summary>
    public static string Write(IReadOnlyList<KpiResult> kpis, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, kpis, language);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the array, with labels and warnings in a language.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<KpiResult> kpis, Language language)
    {
        json.WriteStartArray();
        foreach (var kpi in kpis)
            Write(json, kpi, language);
        json.WriteEndArray();
    }

    /// <summary>The word of a status.</summary>
    public static string WordOf(KpiStatus status) => status switch
    {
        KpiStatus.OnTarget => "on-target",
        KpiStatus.AtRisk => "at-risk",
        KpiStatus.OffTarget => "off-target",
        KpiStatus.NoTarget => "no-target",
        _ => "no-data",
    };

    /// <summary>The word of a unit: for money its currency, or <c>money</c> where there are several.</summary>
    public static string WordOf(KpiUnit unit, string? currency) => unit == KpiUnit.Money ? currency ?? "money" : Word(unit);

    private static void Write(Utf8JsonWriter json, KpiResult kpi, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", kpi.Id);
        json.WriteString("label", kpi.Label.In(language));
        json.WriteString("unit", WordOf(kpi.Unit, kpi.Currency));
        json.WriteString("grain", Word(kpi.Grain));
        json.WriteString("nature", Word(kpi.Nature));
        Number(json, "value", kpi.Value);
        json.WriteStartObject("period");
        json.WriteString("from", Iso(kpi.Period.From));
        json.WriteString("to", Iso(kpi.Period.To));
        json.WriteBoolean("partial", kpi.Period.Partial);
        json.WriteEndObject();
        Number(json, "previous", kpi.Previous);
        Number(json, "yearAgo", kpi.YearAgo);
        Number(json, "target", kpi.Target);
        if (kpi.TargetUpTo is not null)
            Number(json, "targetUpTo", kpi.TargetUpTo);
        json.WriteString("status", WordOf(kpi.Status));
        json.WriteString("owner", kpi.Owner);
        WriteSeries(json, kpi);
        WriteSources(json, kpi);
        json.WriteStartArray("warnings");
        foreach (var warning in kpi.Warnings)
            json.WriteStringValue(warning.In(language));
        json.WriteEndArray();
        WriteParts(json, kpi);
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, KpiResult kpi)
    {
        json.WriteStartArray("series");
        foreach (var point in kpi.Series)
        {
            json.WriteStartObject();
            json.WriteString("period", point.Period);
            Number(json, "value", point.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSources(Utf8JsonWriter json, KpiResult kpi)
    {
        json.WriteStartArray("sources");
        foreach (var source in kpi.Sources)
        {
            json.WriteStartObject();
            json.WriteString("file", source.File);
            json.WriteNumber("rows", source.Rows);
            json.WriteNumber("rejected", source.Rejected);
            json.WriteString("importedAt", InstantPattern.ExtendedIso.Format(source.ImportedAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Only the KPIs that have them show these: lines, currencies, answers, and what was entered by hand.
    private static void WriteParts(Utf8JsonWriter json, KpiResult kpi)
    {
        if (kpi.Rows is { } rows)
        {
            json.WriteStartArray("rows");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("label", row.Label);
                json.WriteNumber("count", row.Count);
                Number(json, "amount", row.Amount);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (kpi.ByCurrency is { } parts)
        {
            json.WriteStartArray("byCurrency");
            foreach (var part in parts)
            {
                json.WriteStartObject();
                json.WriteString("currency", part.Currency);
                Number(json, "value", part.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (kpi.SampleSize is { } size)
            json.WriteNumber("sampleSize", size);
        if (kpi.Entered)
            json.WriteBoolean("entered", value: true);
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        // Dividing by a one of full scale takes trailing zeros away and leaves the value as it is.
        if (value is { } number)
            json.WriteNumber(name, number / 1.0000000000000000000000000000m);
        else
            json.WriteNull(name);
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}

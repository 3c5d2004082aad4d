using System.Text;
using NodaTime.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports;

/// <summary>A reading is known by its KPI and its day, whether a person entered it or a sheet brought it.</summary>
internal static class ReadingKey
{
    public const string Namespace = "readings";

    public static byte[] Of(FactRecord reading) => Encoding.UTF8.GetBytes(
        $"{reading.FindText(ReadingFields.Kpi)?.ToLowerInvariant()}\n{(reading.FindTime(ReadingFields.Date) is { } day ? LocalDatePattern.Iso.Format(day.Date) : "")}");
}

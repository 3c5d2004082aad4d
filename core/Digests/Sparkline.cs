using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>Bars of text: they survive every mail client, where images and SVG do not.</summary>
internal static class Sparkline
{
    // U+2584 and U+2588 sit on another line than their neighbours in several fonts.
    private const string Bars = "▁▂▃▅▆▇";

    private const char Gap = '·';

    /// <summary>The last points as bars from the least to the greatest; empty where fewer than two have a figure.</summary>
    public static string Of(IReadOnlyList<decimal?> values)
    {
        var known = values.OfType<decimal>().ToList();
        if (known.Count < 2)
            return "";
        var (least, greatest) = (known.Min(), known.Max());
        return string.Concat(values.Select(value => value is { } v ? Bar(v, least, greatest) : Gap));
    }

    private static char Bar(decimal value, decimal least, decimal greatest)
    {
        if (least == greatest)
            return Bars[Bars.Length / 2];
        // Halves first: the span of two extreme decimals would overflow.
        var position = ((value / 2) - (least / 2)) / ((greatest / 2) - (least / 2));
        return Bars[(int)Math.Round(Math.Clamp(position, 0, 1) * (Bars.Length - 1), MidpointRounding.AwayFromZero)];
    }

    /// <summary>The last six values of a KPI's series.</summary>
    public static IReadOnlyList<decimal?> LastSix(KpiResult kpi) => [.. kpi.Series.TakeLast(6).Select(point => point.Value)];
}

namespace OpsAutomation.Documents.Charts;

/// <summary>
/// The heights of a chart. The axis begins at zero, so that a line twice as high is a figure twice as large; where all figures lie within a quarter of the
/// greatest, it is cut and says so, since the line would be flat. Floating point is for drawing only: labels are made from the decimals.
/// </summary>
internal sealed record ChartScale(double Least, double Greatest, bool IsCut)
{
    private const double Near = 0.75;

    /// <summary>The scale of a chart.</summary>
    public static ChartScale Of(Chart chart)
    {
        var all = chart.Points.SelectMany(point => new[] { point.Value, point.Target, point.UpTo }).OfType<decimal>().Select(value => (double)value).ToList();
        if (all.Count == 0)
            return new(0, 1, false);
        var (least, greatest) = (all.Min(), all.Max());
        var isCut = least > 0 && least >= greatest * Near && greatest > least;
        if (isCut)
        {
            var room = (greatest - least) / 4;
            return new(least - room, greatest + room, true);
        }

        (least, greatest) = (Math.Min(least, 0), Math.Max(greatest, 0));
        return least == greatest ? new(0, 1, false) : new(least, greatest, false);
    }

    /// <summary>How high a value stands: 0 at the bottom, 1 at the top.</summary>
    public double HeightOf(decimal value) => Math.Clamp(((double)value - Least) / (Greatest - Least), 0, 1);
}

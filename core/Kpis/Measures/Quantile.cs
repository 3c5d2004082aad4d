namespace OpsAutomation.Kpis.Measures;

/// <summary>
/// Percentiles by linear interpolation between the two nearest values, as SQL's PERCENTILE_CONT and spreadsheets' PERCENTILE.INC do;
/// the median of an even number of values is the mean of the middle two.
/// </summary>
internal static class Quantile
{
    /// <summary>Where the percentile of so many sorted values lies: after the value of that index, by that share of the way to the next.</summary>
    public static (int Lower, decimal Weight) Place(int count, decimal fraction)
    {
        var position = (count - 1) * fraction;
        var lower = (int)position;
        return (lower, position - lower);
    }

    /// <summary>The percentile of values, which are sorted in place; null where there is none.</summary>
    public static decimal? Of(List<decimal> values, decimal fraction)
    {
        if (values.Count == 0)
            return null;
        values.Sort();
        var (lower, weight) = Place(values.Count, fraction);
        return weight == 0m ? values[lower] : values[lower] + ((values[lower + 1] - values[lower]) * weight);
    }
}

using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>
/// Names a cause of a movement only where records show its share. Of a stock whose records that came and went are not known, what lies below the five records that a figure lists is unknown,
/// and is counted against the claim: then the share is a lower bound and said to be one.
/// </summary>
internal static class CauseFinder
{
    // Below half, the rest weighs more than what would be named.
    private const decimal EnoughOfChange = 0.5m;

    // One record that makes a third of a flow is news; below, it is one among others.
    private const decimal EnoughOfTotal = 1m / 3;

    private const int Listed = 5;

    /// <summary>The cause in a sentence, or null where the data show none.</summary>
    public static string? Find(KpiView view, DigestReader reader)
    {
        var kpi = view.Kpi;
        if (view.Change is not { } change || change == 0 || kpi.Contributions.Count + kpi.PreviousContributions.Count + kpi.Gained.Count + kpi.Lost.Count == 0 || kpi.Nature == KpiNature.Ratio)
            return null;
        return kpi.Nature == KpiNature.Stock ? OfStock(view, change, reader) : OfFlow(view, change, reader);
    }

    private static string? OfFlow(KpiView view, decimal change, DigestReader reader)
    {
        var kpi = view.Kpi;
        var record = RecordNoun.Of(kpi.Id);
        if (change > 0 && kpi.Contributions.Count > 0 && kpi.Value is > 0 and { } total && kpi.Contributions[0] is var top && top.Value >= total * EnoughOfTotal && top.Value <= total)
        {
            var (label, amount, percent) = (reader.Label(top.Label), view.Format(top.Value), Percent(top.Value / total, reader));
            if (top.Value == total)
                return reader.Say($"A single {record.One} makes all of it ({label}).", $"{record.FrSingle} fait tout ce montant ({label}).");
            return reader.Say(
                $"One {record.One} alone weighs {amount}, {percent} of the total ({label}).",
                $"{record.FrOne} pèse à {record.FrSelf} {record.FrAlone} {amount}, soit {percent} du total ({label}).");
        }

        if (change < 0 && kpi.PreviousContributions.Count > 0 && kpi.Previous is > 0 and { } before && kpi.PreviousContributions[0] is var last && last.Value >= before * EnoughOfTotal && last.Value <= before)
        {
            var (label, amount, percent) = (reader.Label(last.Label), view.Format(last.Value), Percent(last.Value / before, reader));
            return reader.Say(
                $"The period before owed {percent} to one {record.One} of {amount} ({label}).",
                $"La période précédente devait {percent} de son total à {record.FrOne.ToLowerInvariant()} de {amount} ({label}).");
        }

        return null;
    }

    private static string? OfStock(KpiView view, decimal change, DigestReader reader)
    {
        var kpi = view.Kpi;
        var rising = change > 0;
        var (parts, certain) = kpi.Gained.Count + kpi.Lost.Count > 0
            ? (rising ? kpi.Gained : kpi.Lost, true)
            : rising
            ? Grown(kpi.Contributions, kpi.PreviousContributions)
            : Grown(kpi.PreviousContributions, kpi.Contributions);
        var size = Math.Abs(change);
        decimal sum = 0;
        List<KpiContribution> named = [];
        foreach (var part in parts.Take(3))
        {
            if (sum >= size * EnoughOfChange && part.Value < size / 4)
                break;
            named.Add(part);
            sum += part.Value;
        }

        if (named.Count == 0 || sum < size * EnoughOfChange)
            return null;
        var record = RecordNoun.Of(kpi.Id);
        var labels = string.Join(", ", named.Select(part => reader.Label(part.Label)));
        var share = Math.Min(1m, sum / size);
        var all = sum >= size;
        var least = !certain && !all;
        var percent = Percent(share, reader);
        var movement = rising ? reader.Say("rise", "hausse") : reader.Say("fall", "baisse");
        var (makes, makesFr) = named.Count == 1 ? ("makes", "fait") : ("make", "font");
        return reader.Say(
            $"{record.English(named.Count)} {makes} {(all ? "all" : least ? $"at least {percent}" : percent)} of the {movement} ({labels}).",
            $"{record.French(named.Count)} {makesFr} {(all ? "toute" : least ? $"au moins {percent} de" : $"{percent} de")} la {movement} ({labels}).");
    }

    // What each record of the one list grew by over the other; what the other list may hide below its last record is taken off.
    private static (IReadOnlyList<KpiContribution> Parts, bool Certain) Grown(IReadOnlyList<KpiContribution> now, IReadOnlyList<KpiContribution> before)
    {
        var hidden = before.Count < Listed ? 0 : before[^1].Value;
        var former = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var part in before)
            former[part.Label] = former.GetValueOrDefault(part.Label) + part.Value;
        var certain = hidden == 0;
        List<KpiContribution> parts = [];
        foreach (var same in now.GroupBy(part => part.Label, StringComparer.Ordinal))
        {
            var known = former.TryGetValue(same.Key, out var was);
            var growth = same.Sum(part => part.Value) - (known ? was : hidden);
            if (growth > 0)
                parts.Add(new(same.Key, growth));
        }

        return (parts.OrderByDescending(part => part.Value).ToList(), certain);
    }

    private static string Percent(decimal share, DigestReader reader) => reader.Locale.Percent(share * 100, 0);
}

using OpsAutomation.Facts;
using OpsAutomation.Kpis.Deals;
using OpsAutomation.Kpis.Measures;

namespace OpsAutomation.Kpis;

/// <summary>Runs the passes: each fact type is read once, for all KPIs and all periods.</summary>
internal static class FactPasses
{
    /// <summary>Reads the facts and gives back the passes by the KPI that each answers for.</summary>
    public static IReadOnlyDictionary<string, FactPass> Run(PassContext context, IFactSource facts)
    {
        FactPass[] passes = [new DealPass(context)];
        foreach (var pass in passes)
            Read(facts, pass);
        var byKpi = new Dictionary<string, FactPass>(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in KpiCatalogue.All)
        {
            if (passes.FirstOrDefault(pass => pass.Type == definition.Fact) is { } pass)
                byKpi.Add(definition.Id, pass);
        }

        return byKpi;
    }

    private static void Read(IFactSource facts, FactPass pass)
    {
        using var reader = facts.Open(pass.Type);
        if (reader is null)
            return;
        while (reader.Read())
        {
            if (reader.Current.State == RecordState.None)
                pass.Add(reader.Current);
        }
    }
}

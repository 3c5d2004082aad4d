using System.Text;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;

namespace OpsAutomation.Core.Tests.Kpis;

/// <summary>The table of docs/kpis.md, as the code says it.</summary>
internal static class CataloguePage
{
    public static string Table()
    {
        var text = new StringBuilder()
            .Append("| id | label | libellé | over | by | unit | better | grain | nature | meaning |\n")
            .Append("|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var kpi in KpiCatalogue.All)
        {
            text.Append(
                $"| `{kpi.Id}` | {kpi.Label.En} | {kpi.Label.Fr} | {Over(kpi.Fact)} | {kpi.DateField} | {Unit(kpi.Unit)} "
                + $"| {kpi.Direction.ToString().ToLowerInvariant()} | {kpi.Grain.ToString().ToLowerInvariant()} | {kpi.Nature.ToString().ToLowerInvariant()} | {kpi.Meaning.En} |\n");
        }

        return text.ToString();
    }

    private static string Over(FactType? fact) => fact?.ToString() ?? "the engagement";

    private static string Unit(KpiUnit unit) => unit == KpiUnit.Money ? "currency" : KpiJson.WordOf(unit, currency: null);
}

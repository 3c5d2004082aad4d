using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary>A KPI that somebody names.</summary>
internal static class KnownKpi
{
    /// <summary>The KPI of that id, of the catalogue or the engagement's own.</summary>
    public static KpiDefinition Find(Engagement engagement, string id)
    {
        if (KpiCatalogue.Find(id, engagement) is { } known)
            return known;
        var nearest = NearestName.Of(id, KpiCatalogue.Of(engagement).Select(kpi => kpi.Id));
        var en = nearest is null ? "" : $"Did you mean {nearest}? ";
        var fr = nearest is null ? "" : $"Vouliez-vous dire {nearest} ? ";
        throw OpsException.Refused(
            $"There is no KPI {id}. {en}The catalogue is in docs/kpis.md; the engagement's own are under kpis in its file.",
            $"Il n'y a pas d'indicateur {id}. {fr}Le catalogue est dans docs/kpis.md ; ceux de la mission sont sous kpis dans son fichier.");
    }
}

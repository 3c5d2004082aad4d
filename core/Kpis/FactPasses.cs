using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Contacts;
using OpsAutomation.Kpis.Custom;
using OpsAutomation.Kpis.Deals;
using OpsAutomation.Kpis.Ledger;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Operations;
using OpsAutomation.Kpis.Payments;
using OpsAutomation.Kpis.Sales;
using OpsAutomation.Kpis.Subscriptions;
using OpsAutomation.Kpis.Surveys;
using OpsAutomation.Kpis.Tasks;
using OpsAutomation.Kpis.Tickets;

namespace OpsAutomation.Kpis;

/// <summary>Runs the passes: the facts of each type are read once, for all KPIs and all periods.</summary>
internal static class FactPasses
{
    /// <summary>Reads the facts and gives back who tells the figures of each KPI.</summary>
    public static IReadOnlyDictionary<string, IFigures> Run(PassContext context, IFactSource facts, OperationsFigures? operations)
    {
        List<FactPass> passes =
        [
            new DealPass(context),
            new ContactPass(context),
            new LedgerPass(context),
            new SalePass(context),
            new PaymentPass(context),
            new SubscriptionPass(context),
            new SurveyPass(context),
            new TicketPass(context),
            new TaskPass(context),
        ];
        var figures = new Dictionary<string, IFigures>(StringComparer.OrdinalIgnoreCase);
        var operationsMeasures = new OperationsMeasures(context, operations);
        foreach (var definition in KpiCatalogue.All)
            figures[definition.Id] = passes.Find(pass => pass.Type == definition.Fact) as IFigures ?? operationsMeasures;
        foreach (var kpi in context.Engagement.Kpis.Custom)
        {
            if (kpi.Measure is not { } measure)
                continue;
            var part = Add(passes, context, measure, kpi.Unit);
            figures[kpi.Id] = new CustomFigures(kpi.Unit, part, kpi.Over is { } over ? Add(passes, context, over, kpi.Unit) : null);
        }

        foreach (var type in passes.GroupBy(pass => pass.Type))
            Read(facts, type.Key, [.. type]);
        return figures;
    }

    private static MeasurePass Add(List<FactPass> passes, PassContext context, CustomMeasure measure, KpiUnit unit)
    {
        var pass = new MeasurePass(context, measure, unit);
        passes.Add(pass);
        return pass;
    }

    private static void Read(IFactSource facts, FactType type, FactPass[] passes)
    {
        using var reader = facts.Open(type);
        while (reader?.Read() == true)
        {
            // Deleted, archived, merged and gone records are kept, but they never count.
            if (reader.Current.State != RecordState.None)
                continue;
            foreach (var pass in passes)
                pass.Add(reader.Current);
        }

        foreach (var pass in passes)
            pass.Finish();
    }
}

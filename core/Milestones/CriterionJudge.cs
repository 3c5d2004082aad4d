using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Milestones;

/// <summary>Judges the criteria that need no person, by what was known on a day.</summary>
internal sealed class CriterionJudge(MilestoneInputs inputs, Baseline baseline)
{
    private readonly Wording wording = new(inputs.Engagement);
    private readonly KpiFigures figures = new(inputs.Kpis);

    /// <summary>How a criterion of a milestone due on a day stands.</summary>
    public CriterionJudgement Judge(CriterionSetting criterion, LocalDate due) => criterion.Kind switch
    {
        "document" => Documents(criterion),
        "decision" => Decisions(criterion),
        "event" => Events(criterion),
        "task" => TaskShare.Judge(inputs.Facts, criterion, inputs.At, wording),
        "kpi" => criterion.Test switch
        {
            "improved" => Improved(criterion, due),
            "has-target" => HasTarget(criterion.Of!),
            _ => Defined(criterion.Of!),
        },
        _ when criterion.Of == DefaultPlan.Impact => Impact(due),
        _ => CriterionJudgement.Unmet,
    };

    private CriterionJudgement Documents(CriterionSetting criterion)
    {
        var wanted = Count(criterion);
        var live = inputs.Documents
            .Where(document => document.Since <= inputs.At && !(document.Until <= inputs.At) && IsOf(document.Kind, criterion.Of!))
            .OrderBy(document => document.Since).ThenBy(document => document.Kind, StringComparer.Ordinal)
            .ToList();
        return new(live.Count >= wanted, live.Count >= wanted ? live[wanted - 1].Since : null, wording.Documents(live.Count, wanted, live.Take(5)));
    }

    private CriterionJudgement Decisions(CriterionSetting criterion)
    {
        var wanted = Count(criterion);
        var taken = inputs.Log
            .Where(item => item is { Kind: LogKind.Decision, Open: false } && item.ClosedOn <= inputs.At && (criterion.Of is null || Same(item.Topic, criterion.Of)))
            .OrderBy(item => item.ClosedOn).ThenBy(item => item.Id, StringComparer.Ordinal)
            .ToList();
        if (taken.Count < wanted)
            return new(false, null, taken.Count == 0 ? null : wording.Share(taken.Count, wanted, "decisions taken", "décisions prises"));
        var last = taken[wanted - 1];
        return new(true, last.ClosedOn, wording.Decision(last.ClosedOn!.Value, last.Id, last.Outcome));
    }

    private CriterionJudgement Events(CriterionSetting criterion)
    {
        var wanted = Count(criterion);
        var told = inputs.Log
            .Where(item => item.Kind == LogKind.Comment && item.Topic is not null)
            .Select(item => new MilestoneEvent(item.Topic!, item.Added, item.Text));
        var happened = inputs.Events.Concat(told)
            .Where(happening => happening.Day <= inputs.At && (criterion.Of is null || Same(happening.Kind, criterion.Of)))
            .OrderBy(happening => happening.Day).ThenBy(happening => happening.Text, StringComparer.Ordinal)
            .ToList();
        if (happened.Count < wanted)
            return CriterionJudgement.Unmet;
        var last = happened[wanted - 1];
        return new(true, last.Day, wording.Happened(last.Day, last.Text));
    }

    private CriterionJudgement Defined(string of)
    {
        var ids = Ids(of);
        var known = ids.Count(id => KpiCatalogue.Find(id, inputs.Engagement) is not null);
        return new(ids.Count > 0 && known == ids.Count, null, wording.Share(known, ids.Count, "KPIs defined", "indicateurs définis"));
    }

    private CriterionJudgement HasTarget(string of)
    {
        var ids = Ids(of);
        var aimed = ids.Count(id => inputs.Engagement.Kpis.Targets.Any(target => Same(target.Kpi, id)));
        return new(ids.Count > 0 && aimed == ids.Count, null, wording.Share(aimed, ids.Count, "KPIs have a target", "indicateurs ont une cible"));
    }

    // Judged at the due date first, so that an improvement in time counts as in time whenever somebody looks.
    private CriterionJudgement Improved(CriterionSetting criterion, LocalDate due)
    {
        if (KpiCatalogue.Find(criterion.Of!, inputs.Engagement) is not { } definition)
            return CriterionJudgement.Unmet;
        if (baseline.Find(definition.Id) is not { Value: { } before } start)
            return new(false, null, wording.NoFigure(definition.Label, baseline: true));
        if (due < inputs.At && figures.Latest(definition.Id, due, definition.Nature)?.Value is { } then && IsBetter(definition, criterion, before, then))
            return new(true, due, wording.Comparison(start, then));
        if (figures.Latest(definition.Id, inputs.At, definition.Nature)?.Value is not { } now)
            return new(false, null, wording.NoFigure(definition.Label, baseline: false));
        return new(IsBetter(definition, criterion, before, now), null, wording.Comparison(start, now));
    }

    // Shown once the milestone comes near, since it asks for figures.
    private CriterionJudgement Impact(LocalDate due)
    {
        if (inputs.At < due.PlusDays(-30))
            return CriterionJudgement.Unmet;
        var lines = ImpactReview.Compare(inputs.Engagement, baseline, figures, due < inputs.At ? due : inputs.At);
        if (lines.Count == 0)
            return CriterionJudgement.Unmet;
        var texts = lines.Select(line => wording.Comparison(line.Before, line.Now)).ToList();
        return new(false, null, new(string.Join("; ", texts.Select(text => text.En)), string.Join("\u00a0; ", texts.Select(text => text.Fr))));
    }

    private static bool IsBetter(KpiDefinition definition, CriterionSetting criterion, decimal before, decimal now)
    {
        var gain = definition.Direction switch
        {
            KpiDirection.Higher => now - before,
            KpiDirection.Lower => before - now,
            _ => 0m,
        };
        if (gain <= 0m)
            return false;
        var wanted = criterion.AtLeast ?? 0m;
        return definition.Unit is KpiUnit.Percent or KpiUnit.Points ? gain >= wanted : gain * 100m >= wanted * Math.Abs(before);
    }

    private IReadOnlyList<string> Ids(string of) => of == DefaultPlan.Followed ? inputs.Engagement.Kpis.Followed : [of];

    // A kind, or the first words of several: sop is every sop-….
    private static bool IsOf(string kind, string of) => Same(kind, of) || kind.StartsWith(of + "-", StringComparison.OrdinalIgnoreCase);

    private static int Count(CriterionSetting criterion) => criterion.AtLeast is { } count ? Math.Max(1, (int)Math.Ceiling(Math.Min(count, 1000m))) : 1;

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

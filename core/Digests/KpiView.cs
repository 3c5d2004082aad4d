using NodaTime;
using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>A KPI as its reader sees it: figure, change and target in words, and how much the movement matters.</summary>
internal sealed class KpiView(KpiResult kpi, DigestReader reader)
{
    /// <summary>What stands where there is nothing to say.</summary>
    public const string Dash = "–";

    public KpiResult Kpi => kpi;

    public string Id => kpi.Id;

    public string Label => reader.Label(kpi.Label.In(reader.Locale.Language));

    public string Noun => KpiNoun.Of(kpi, Label, reader);

    public bool HasData => kpi.Value is not null || kpi.ByCurrency is { Count: > 0 } || kpi.Rows is { Count: > 0 };

    /// <summary>The change against the period before, or null.</summary>
    public decimal? Change => kpi.Value - kpi.Previous;

    public string Value => kpi switch
    {
        { Value: { } value } => Format(value),
        { ByCurrency: { Count: > 0 } parts } => string.Join(" · ", parts.Take(4).Select(part => part.Value is { } value
            ? reader.Locale.Kpi(value, kpi.Unit, part.Currency)
            : $"{Dash} {part.Currency}")),
        { Rows: { Count: > 0 } rows } => $"{reader.Label(rows[0].Label)} ({reader.Locale.Number(rows[0].Count, 0)})",
        _ => Dash,
    };

    public string ChangeText => Change switch
    {
        null => Dash,
        _ when IsUnchanged => reader.Say("unchanged", "stable"),
        { } change => ChangeOf(change),
    };

    public string Target => kpi switch
    {
        { Target: { } from, TargetUpTo: { } to, Unit: KpiUnit.Percent } when decimal.IsInteger(from) && decimal.IsInteger(to) =>
            $"{reader.Locale.Number(from, 0)}–{reader.Locale.Percent(to, 0)}",
        { Target: { } from, TargetUpTo: { } to } => $"{Format(from)}–{Format(to)}",
        { Target: { } target, Direction: KpiDirection.Lower } => $"≤\u00a0{Format(target)}",
        { Target: { } target } => $"≥\u00a0{Format(target)}",
        _ => Dash,
    };

    /// <summary>The target as it stands in a sentence.</summary>
    public string TargetWords => kpi switch
    {
        { Target: { } from, TargetUpTo: { } to } => reader.Say($"target {Format(from)} to {Format(to)}", $"cible {Format(from)} à {Format(to)}"),
        { Target: { } target, Direction: KpiDirection.Lower } => reader.Say($"target at most {Format(target)}", $"cible {Format(target)} au plus"),
        { Target: { } target } => reader.Say($"target {Format(target)}", $"cible {Format(target)}"),
        _ => "",
    };

    /// <summary>Whether nothing moved as far as a reader can see: the same figure twice, or a change that is written as none.</summary>
    public bool IsUnchanged => Change is { } change
        && (Format(kpi.Value!.Value) == Format(kpi.Previous!.Value) || ChangeOf(change) == ChangeOf(0m));

    /// <summary>Whether the figure rests on too few answers to be judged.</summary>
    public bool TooFewAnswers => kpi.SampleSize is < KpiResult.EnoughAnswers;

    public bool Worsening => Change is { } change && !IsUnchanged && kpi.Direction switch
    {
        KpiDirection.Higher => change < 0,
        KpiDirection.Lower => change > 0,
        _ => Miss(kpi.Value!.Value) > Miss(kpi.Previous!.Value),
    };

    public bool Improving => Change is { } change && !IsUnchanged && kpi.Direction switch
    {
        KpiDirection.Higher => change > 0,
        KpiDirection.Lower => change < 0,
        _ => Miss(kpi.Value!.Value) < Miss(kpi.Previous!.Value),
    };

    /// <summary>The change relative to the target, else to the figure before: what makes movements of different units comparable.</summary>
    public decimal Relative => Change is { } change ? Share(change, kpi.Target is { } target and not 0 ? target : kpi.Previous!.Value) : 0;

    /// <summary>By how much of the target the figure misses it (positive) or beats it (negative).</summary>
    public decimal MissShare => kpi is { Value: { } value, Target: { } target } ? Share(Miss(value), target, signed: true) : 0;

    public int StatusRank => kpi.Status switch
    {
        KpiStatus.OffTarget => 0,
        KpiStatus.AtRisk => 1,
        KpiStatus.OnTarget => 2,
        KpiStatus.NoTarget => 3,
        _ => HasData ? 3 : 4,
    };

    public string Format(decimal value) => reader.Locale.Kpi(value, kpi.Unit, kpi.Currency);

    /// <summary>The newest day that the data behind the figure are of, or null where no import is behind it.</summary>
    public LocalDate? DataOf => kpi.Sources.Count == 0 ? null : kpi.Sources.Max(source => source.Taken);

    /// <summary>Whether the newest data behind the figure are old.</summary>
    public bool IsStale => DataOf is { } day && Period.DaysBetween(day, reader.Context.Today) > StaleAfterDays;

    private int StaleAfterDays => reader.Context.Sources
        .Where(source => kpi.Sources.Any(used => source.IsOf(used.Profile)))
        .Select(source => source.StaleAfterDays)
        .DefaultIfEmpty(8)
        .Max();

    private string ChangeOf(decimal change) => reader.Locale.KpiChange(change, kpi.Unit, kpi.Currency);

    private decimal Miss(decimal value) => kpi switch
    {
        { Target: null } => 0,
        { Direction: KpiDirection.Higher, Target: { } target } => target - value,
        { Direction: KpiDirection.Lower, Target: { } target } => value - target,
        { Target: { } from } => Math.Max(from - value, value - (kpi.TargetUpTo ?? from)),
    };

    private static decimal Share(decimal part, decimal whole, bool signed = false)
    {
        var size = Math.Abs(whole) < 0.01m ? 1m : Math.Abs(whole);
        var bounded = Math.Clamp(part, -1e20m, 1e20m) / size;
        return signed ? bounded : Math.Abs(bounded);
    }
}

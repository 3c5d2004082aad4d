namespace OpsAutomation.Kpis.Measures;

/// <summary>What a KPI came to over one period, before it is compared with others.</summary>
internal sealed record Figure
{
    /// <summary>There is nothing to compute.</summary>
    public static Figure None { get; } = new();

    /// <summary>The figure, or null.</summary>
    public decimal? Value { get; init; }

    /// <summary>The currency of money.</summary>
    public string? Currency { get; init; }

    /// <summary>The parts by currency where there is more than one.</summary>
    public IReadOnlyList<CurrencyValue>? ByCurrency { get; init; }

    /// <summary>The lines of a table.</summary>
    public IReadOnlyList<KpiRow>? Rows { get; init; }

    /// <summary>How many answers it rests on.</summary>
    public int? SampleSize { get; init; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; init; } = [];

    /// <summary>A name of its own, where the figure is not quite what the KPI's name says.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>Whether it may be judged against a target.</summary>
    public bool Judged { get; init; } = true;

    /// <summary>Whether later exports overwrote what it would rest on: then only a kept snapshot knows it.</summary>
    public bool Overwritten { get; init; }

    /// <summary>Whether a person entered it.</summary>
    public bool Entered { get; init; }

    /// <summary>The records that weigh most.</summary>
    public IReadOnlyList<KpiContribution> Contributions { get; init; } = [];

    /// <summary>Of a stock: the records that added most since the period before.</summary>
    public IReadOnlyList<KpiContribution> Gained { get; init; } = [];

    /// <summary>Of a stock: the records that took most since the period before, as positive amounts.</summary>
    public IReadOnlyList<KpiContribution> Lost { get; init; } = [];

    /// <summary>The latest day that readings are for, where a person entered it.</summary>
    public int? EnteredFor { get; init; }

    /// <summary>A figure that later exports made unknowable.</summary>
    public static Figure Unknowable { get; } = new()
    {
        Overwritten = true,
        Warnings =
        [
            new(
                "Later exports overwrote what stood at the end of this period and no snapshot was kept then.",
                "Des exports ultérieurs ont remplacé l'état de fin de période et aucun instantané n'avait été conservé."),
        ],
    };

    /// <summary>A plain figure.</summary>
    public static Figure Of(decimal? value) => value is null ? None : new() { Value = value };

    /// <summary>Part over whole, times a factor; nothing where the whole is zero.</summary>
    public static Figure Ratio(decimal part, decimal whole, decimal factor = 1m) => whole == 0m ? None : new() { Value = part * factor / whole };

    /// <summary>The same figure with a warning more where there is one.</summary>
    public Figure Warned(LocalizedText? warning) => warning is null ? this : this with { Warnings = [.. Warnings, warning] };
}

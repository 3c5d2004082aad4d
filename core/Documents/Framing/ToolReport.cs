using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>The inventory of tools and their roadmap as checked: costs, overlaps, what nobody answers for.</summary>
public sealed record ToolReport
{
    /// <summary>Every tool with its line of the roadmap, in the order of the inventory.</summary>
    public required IReadOnlyList<ToolStep> Steps { get; init; }

    /// <summary>The lines of the roadmap by date; tools that are merely kept are left out.</summary>
    public IReadOnlyList<ToolStep> Moves => [.. Steps.Where(step => step.Move is not null && step.Decision != ToolDecision.Keep).OrderBy(step => step.Move!.By)];

    /// <summary>Tools in use that do the same thing, whether or not the roadmap settles it.</summary>
    public required IReadOnlyList<ToolOverlap> Overlaps { get; init; }

    /// <summary>Known costs a month today.</summary>
    public decimal Before => Steps.Where(step => step.IsPaid).Sum(step => step.Tool.MonthlyCost ?? 0m);

    /// <summary>The sum of the effects that are known, a month.</summary>
    public decimal Effect => Steps.Sum(step => step.Effect ?? 0m);

    /// <summary>Known costs a month once the roadmap is done, those of replacements whose effect is not known included.</summary>
    public decimal After => Before + Effect + Steps.Sum(step => step.Added);

    /// <summary>What the roadmap costs once.</summary>
    public decimal OneOff => Steps.Sum(step => step.Move?.OneOffCost ?? 0m);

    /// <summary>Months after which what is saved has paid for the move; null where nothing is saved or nothing is spent.</summary>
    public decimal? PaybackMonths => Effect < 0m && OneOff > 0m ? OneOff / -Effect : null;

    /// <summary>Tools in use of which nobody knows the cost.</summary>
    public int CostUnknown => Steps.Count(step => step.IsPaid && step.Tool.MonthlyCost is null);

    /// <summary>Tools in use for which nobody answers.</summary>
    public int WithoutOwner => Steps.Count(step => step.IsPaid && step.Tool.Owner is null);

    /// <summary>Checks the tools of an engagement.</summary>
    public static ToolReport Of(Engagement engagement)
    {
        var moves = engagement.Roadmap.ToDictionary(move => move.Tool, StringComparer.OrdinalIgnoreCase);
        var steps = engagement.Tools.Select(tool => Step(tool, moves.GetValueOrDefault(tool.Name), engagement)).ToList();
        return new() { Steps = steps, Overlaps = OverlapsOf(steps.Where(step => step.IsPaid)) };
    }

    private static ToolStep Step(Tool tool, ToolMove? move, Engagement engagement) => new(tool, move, move?.Decision switch
    {
        ToolDecision.Drop => -tool.MonthlyCost,
        ToolDecision.Replace => NewCost(move, engagement) - tool.MonthlyCost,
        _ => 0m,
    })
    {
        Added = move?.Decision == ToolDecision.Replace && tool.MonthlyCost is null ? NewCost(move, engagement) ?? 0m : 0m,
    };

    // What takes over may be a tool that is paid for already.
    private static decimal? NewCost(ToolMove move, Engagement engagement) => move.NewMonthlyCost
        ?? (engagement.Tools.Any(tool => tool.Kept && tool.Name.Equals(move.With, StringComparison.OrdinalIgnoreCase)) ? 0m : null);

    private static List<ToolOverlap> OverlapsOf(IEnumerable<ToolStep> used) =>
    [
        .. used.SelectMany(step => CategoriesOf(step.Tool).Select(category => (Category: category, Step: step)))
            .GroupBy(pair => pair.Category, StringComparer.OrdinalIgnoreCase)
            .Select(group => new ToolOverlap(group.Key, [.. group.Select(pair => pair.Step).DistinctBy(step => step.Tool.Name, StringComparer.OrdinalIgnoreCase)]))
            .Where(overlap => overlap.Steps.Count > 1),
    ];

    private static IEnumerable<string> CategoriesOf(Tool tool)
    {
        var stated = tool.Categories.Where(category => category.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return stated.Count > 0 ? stated : tool.Purpose is { Length: > 0 } purpose ? [purpose.Trim()] : [];
    }
}

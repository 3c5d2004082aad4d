using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>The process map as checked: who owns what, which procedure covers it, where work changes hands.</summary>
public sealed record ProcessReport
{
    private const int MostChains = 8;

    /// <summary>The processes in the order of the file.</summary>
    public required IReadOnlyList<MappedProcess> Processes { get; init; }

    /// <summary>The handoffs in the order of the file.</summary>
    public required IReadOnlyList<MappedHandoff> Handoffs { get; init; }

    /// <summary>The ways through the map, from a process that nothing leads to, to one that leads no further; at most eight.</summary>
    public required IReadOnlyList<IReadOnlyList<Process>> Chains { get; init; }

    /// <summary>How many have nobody who answers for them.</summary>
    public int WithoutOwner => Processes.Count(row => row.Process.Owner is null);

    /// <summary>How many no procedure covers.</summary>
    public int WithoutSop => Processes.Count(row => row.Cover == SopCover.None);

    /// <summary>How many name a procedure that is not in the document plan.</summary>
    public int Unplanned => Processes.Count(row => row.Cover == SopCover.Unplanned);

    /// <summary>The hours a month of those whose volume and duration are known; null where none is.</summary>
    public decimal? HoursPerMonth => Processes.Any(row => row.Process.HoursPerMonth is not null) ? Processes.Sum(row => row.Process.HoursPerMonth ?? 0m) : null;

    /// <summary>Checks the map of an engagement.</summary>
    public static ProcessReport Of(Engagement engagement)
    {
        var plan = DocumentLibrary.PlanFor(engagement);
        var byId = engagement.Processes.ToDictionary(process => process.Id, StringComparer.Ordinal);
        return new()
        {
            Processes = [.. engagement.Processes.Select(process => Map(process, plan))],
            Handoffs = [.. engagement.Processes.SelectMany(process => process.Next.Where(next => byId.ContainsKey(next.To)).Select(next => new MappedHandoff(process, byId[next.To], next)))],
            Chains = ChainsOf(engagement.Processes, byId),
        };
    }

    private static MappedProcess Map(Process process, IReadOnlyList<DocumentKind> plan)
    {
        if (process.Sop is { } sop)
        {
            return DocumentLibrary.Kinds.FirstOrDefault(kind => kind.Id == sop) is { } kind
                ? new(process, plan.Contains(kind) ? SopCover.Covered : SopCover.Unplanned, kind, null)
                : new(process, SopCover.Covered, null, sop);
        }

        // Of all procedures of the library the one that says most of the name: "onboarding of staff" is not the client's onboarding.
        var found = DocumentLibrary.Kinds.Where(kind => kind.Family == DocumentFamily.Sop)
            .Select(kind => (Kind: kind, Words: Said(kind, process.Name)))
            .Where(one => one.Words > 0).OrderByDescending(one => one.Words).Select(one => one.Kind).FirstOrDefault();
        return found is null || !plan.Contains(found) ? new(process, SopCover.None, null, null) : new(process, SopCover.Covered, found, null);
    }

    // The letters of the longest of a procedure's words that the name holds; 0 where it holds none.
    private static int Said(DocumentKind kind, string process) => ((Language[])[Language.French, Language.English])
        .SelectMany(language => TemplateSource.BuiltIn(kind.Id, language).List("process"))
        .Where(word => process.Contains(word, StringComparison.OrdinalIgnoreCase))
        .Select(word => word.Length).DefaultIfEmpty().Max();

    private static List<IReadOnlyList<Process>> ChainsOf(IReadOnlyList<Process> processes, Dictionary<string, Process> byId)
    {
        var targets = processes.SelectMany(process => process.Next).Select(next => next.To).ToHashSet(StringComparer.Ordinal);
        var chains = new List<IReadOnlyList<Process>>();
        foreach (var start in processes.Where(process => process.Next.Count > 0 && !targets.Contains(process.Id)))
            Walk([start], byId, chains);
        // A circle has no beginning: the first of the file stands for it.
        if (chains.Count == 0 && processes.FirstOrDefault(process => process.Next.Count > 0) is { } any)
            Walk([any], byId, chains);
        return chains;
    }

    private static void Walk(IReadOnlyList<Process> path, Dictionary<string, Process> byId, List<IReadOnlyList<Process>> chains)
    {
        var next = path[^1].Next.Where(next => byId.ContainsKey(next.To) && path.All(process => process.Id != next.To)).ToList();
        if (next.Count == 0 && chains.Count < MostChains)
            chains.Add(path);
        foreach (var step in next.TakeWhile(_ => chains.Count < MostChains))
            Walk([.. path, byId[step.To]], byId, chains);
    }
}

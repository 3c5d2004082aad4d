using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Core.Tests.Facts.Changes;

public sealed class FactOverlayPropertyTests
{
    [Fact]
    public void No_order_of_events_and_exports_and_no_repetition_changes_a_fact()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var steps = Enumerable.Range(1, random.Next(2, 9)).Select(number => Step(random, number)).ToList();
            var straight = Run(steps);
            var shuffled = steps.OrderBy(_ => random.Next()).ToList();
            Run(shuffled).ShouldBe(straight);
            // Each event once more, anywhere; exports of the same content are known and never merged twice.
            var repeated = shuffled.Concat(steps.Where(step => step.Export is null)).OrderBy(_ => random.Next()).ToList();
            Run(repeated, prune: true).ShouldBe(straight);
        }).QuickCheckThrowOnFailure();
    }

    private static string Run(IReadOnlyList<OneStep> steps, bool prune = false)
    {
        var deals = new ToldDeals();
        foreach (var step in steps)
        {
            if (step.Export is { } export)
                deals.Imports.ImportAsync(export).GetAwaiter().GetResult();
            else
                deals.TellAsync(step.Change!()).GetAwaiter().GetResult();
            if (prune)
                deals.PruneAsync().GetAwaiter().GetResult();
        }

        return deals.Imports.DescribeAsync(FactType.Deal, withHistory: false).Result;
    }

    // Few ids and values, and moments that meet, so that everything collides.
    private static OneStep Step(Random random, int number)
    {
        if (random.Next(3) == 0)
        {
            var rows = Enumerable.Range(0, random.Next(1, 4)).Select(_ => ToldDeals.Row($"{random.Next(1, 4)}", random.Next(1, 3)));
            return new(new IncomingFile(ToldDeals.Start + (number * ToldDeals.Day), [.. rows]) { Full = random.Next(3) == 0 }, null);
        }

        var (day, id, what, value) = (random.Next(0, 10), $"{random.Next(1, 5)}", random.Next(6), random.Next(1, 4));
        return new(null, () =>
        {
            var change = ToldDeals.At(day, id);
            return what switch
            {
                0 => change.Set(DealFields.Created, change.Time),
                1 => change.Set(DealFields.Status, value == 1 ? "won" : "open"),
                2 => change.Mark(RecordState.Deleted, value == 1),
                3 => change.Await(DealFields.Status),
                4 => change.Set(DealFields.Closed, ToldDeals.At(value * 4).Time),
                _ => change.Set(DealFields.Amount, (decimal)value),
            };
        });
    }

    private sealed record OneStep(IncomingFile? Export, Func<RecordChange>? Change);
}

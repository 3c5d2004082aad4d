using OpsAutomation.Documents.Framing;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Framing;

public sealed class BacklogRankingTests
{
    [Fact]
    public void Ice_is_the_product_of_its_three_figures()
    {
        var ranked = BacklogRanking.Of(Ice(Item("a", 8, 7, 6), Item("b", 9, 9, 9), Item("c", 2.5m, 3, 4)));

        ranked.Select(row => (row.Rank, row.Item.Title, row.Score)).ShouldBe([(1, "b", 729m), (2, "a", 336m), (3, "c", 30m)]);
    }

    [Fact]
    public void Rice_divides_what_it_reaches_by_the_days_it_takes()
    {
        var ranked = BacklogRanking.Of(Rice(Rice("a", 120, 2, 80, 3), Rice("b", 500, 0.5m, 50, 4), Rice("c", 7, 3, 100, 9)));

        ranked.Select(row => (row.Item.Title, row.Shown)).ShouldBe([("a", 64m), ("b", 31.3m), ("c", 2.3m)]);
        ranked[1].Score.ShouldBe(31.25m);
    }

    [Fact]
    public void Equal_scores_go_by_impact_then_days_then_the_order_of_the_file()
    {
        var ranked = BacklogRanking.Of(Ice(
            Item("late in the file, low impact", 4, 6, 5), Item("no days", 6, 4, 5), Item("five days", 6, 5, 4) with { Days = 5 }, Item("two days", 6, 4, 5) with { Days = 2 },
            Item("also two days", 6, 4, 5) with { Days = 2 }));

        ranked.Select(row => row.Item.Title).ShouldBe(["two days", "also two days", "five days", "no days", "late in the file, low impact"]);
        ranked.Select(row => row.Rank).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void A_third_is_a_third_whatever_the_division_rounds()
    {
        var ranked = BacklogRanking.Of(Rice(Rice("one of three", 1, 1, 100, 3), Rice("seven of twenty-one", 7, 1, 100, 21) with { Impact = 1 }));

        ranked.Select(row => row.Item.Title).ShouldBe(["one of three", "seven of twenty-one"]);
    }

    [Fact]
    public void What_is_done_or_given_up_has_no_rank() => BacklogRanking
        .Of(Ice(Item("done", 9, 9, 9) with { State = BacklogState.Done }, Item("dropped", 9, 9, 9) with { State = BacklogState.Dropped }, Item("started", 1, 1, 1) with { State = BacklogState.Started }))
        .ShouldHaveSingleItem().Item.Title.ShouldBe("started");

    [Theory]
    [InlineData(2.0, 5.0, null, true)]
    [InlineData(2.1, 5.0, null, false)]
    [InlineData(2.0, 4.9, null, false)]
    [InlineData(null, 9.0, null, false)]
    [InlineData(30.0, 1.0, true, true)]
    [InlineData(1.0, 9.0, false, false)]
    public void A_quick_win_is_short_and_worth_it_unless_the_file_says_otherwise(double? days, double impact, bool? stated, bool expected) =>
        BacklogRanking.IsQuickWin(Item("x", (decimal)impact, 5, 5) with { Days = (decimal?)days, QuickWin = stated }, BacklogScoring.Ice).ShouldBe(expected);

    private static Backlog Ice(params BacklogItem[] items) => new() { Items = items };

    private static Backlog Rice(params BacklogItem[] items) => new() { Scoring = BacklogScoring.Rice, Items = items };

    private static BacklogItem Item(string title, decimal impact, decimal confidence, decimal ease) =>
        new() { Title = title, Impact = impact, Confidence = confidence, Ease = ease };

    private static BacklogItem Rice(string title, decimal reach, decimal impact, decimal confidence, decimal days) =>
        new() { Title = title, Reach = reach, Impact = impact, Confidence = confidence, Days = days };
}

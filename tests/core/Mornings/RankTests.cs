using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Mornings;

namespace OpsAutomation.Core.Tests.Mornings;

public sealed class RankTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");

    [Fact]
    public void Items_stand_in_the_order_of_the_rules()
    {
        MorningItem[] items =
        [
            Of(MorningKind.Notice, MorningUrgency.Blocked),
            Of(MorningKind.Decision, MorningUrgency.Late),
            Of(MorningKind.Milestone, MorningUrgency.Late),
            Of(MorningKind.Decision, MorningUrgency.Today),
            Of(MorningKind.Milestone, MorningUrgency.Today),
            Of(MorningKind.Action, MorningUrgency.Late),
            Of(MorningKind.Task, MorningUrgency.Today),
            Of(MorningKind.Kpi, MorningUrgency.OffTarget),
            Of(MorningKind.Decision, MorningUrgency.Soon),
            Of(MorningKind.Milestone, MorningUrgency.Soon),
            Of(MorningKind.Kpi, MorningUrgency.OffTarget) with { InHand = "A-7" },
            Of(MorningKind.Task, MorningUrgency.Late),
            Of(MorningKind.Review, MorningUrgency.Late),
            Of(MorningKind.ChecklistLine, MorningUrgency.Soon),
            Of(MorningKind.Review, MorningUrgency.Soon),
            Of(MorningKind.Source, MorningUrgency.Undated),
        ];

        items.Select(item => item.Rule).ShouldBe(Enum.GetValues<DailyRule>());
        MorningItem.Rank(items.Reverse()).Select(item => item.Rule).ShouldBe(Enum.GetValues<DailyRule>());
    }

    [Fact]
    public void Within_a_rule_the_longest_due_comes_first_and_of_KPIs_the_widest_miss()
    {
        var tasks = new[] { 3, 40, 1 }.Select(days => Of(MorningKind.Task, MorningUrgency.Late) with { Due = Today.PlusDays(-days), Id = $"task/{days}" });
        MorningItem.Rank(tasks).Select(item => item.Id).ShouldBe(["task/40", "task/3", "task/1"]);

        var kpis = new[] { 0.2m, 0.57m, 0.4m }.Select(miss => Of(MorningKind.Kpi, MorningUrgency.OffTarget) with { Miss = miss });
        MorningItem.Rank(kpis).Select(item => item.Miss).ShouldBe([0.57m, 0.4m, 0.2m]);
    }

    [Fact]
    public void D_2_comes_before_D_14()
    {
        var same = new[] { "D-14", "D-2" }.Select(id => Of(MorningKind.Decision, MorningUrgency.Undated) with { Id = id });

        MorningItem.Rank(same).Select(item => item.Id).ShouldBe(["D-2", "D-14"]);
    }

    [Fact]
    public void The_order_in_which_items_come_changes_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        ArbMap.Default.ArbFor<int>(),
        (seeds, shuffle) =>
        {
            var items = seeds.Select(Any).ToList();
            var random = new Random(shuffle);
            var mixed = items.OrderBy(_ => random.Next()).ToList();
            return MorningItem.Rank(items).SequenceEqual(MorningItem.Rank(mixed)) && MorningItem.Rank(items).Count == items.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_less_urgent_item_that_joins_moves_nothing_before_it() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        ArbMap.Default.ArbFor<int>(),
        (seeds, seed) =>
        {
            var items = seeds.Select(Any).ToList();
            var joined = MorningItem.Rank([.. items, Any(seed)]).ToList();
            joined.Remove(Any(seed));
            return joined.SequenceEqual(MorningItem.Rank(items.Where(item => item != Any(seed)))) || items.Contains(Any(seed));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(MorningKind.Decision, MorningUrgency.Late, "décision, 3 j de retard, échéance 20 nov. : d'autres l'attendent")]
    [InlineData(MorningKind.Milestone, MorningUrgency.Late, "jalon, 3 j de retard, échéance 20 nov.")]
    [InlineData(MorningKind.Task, MorningUrgency.Late, "3 j de retard, échéance 20 nov.")]
    [InlineData(MorningKind.Review, MorningUrgency.Late, "revue attendue depuis le 20 nov.")]
    [InlineData(MorningKind.Notice, MorningUrgency.Blocked, "à l'arrêt depuis le 20 nov.")]
    [InlineData(MorningKind.Kpi, MorningUrgency.OffTarget, "manque sa cible de 57 %, aucune action ouverte")]
    public void Each_says_why(MorningKind kind, MorningUrgency urgency, string why)
    {
        var item = Of(kind, urgency) with { Due = new(2026, 11, 20), Miss = 0.57m };

        DailyWords.Why(item, Today, Locale.FrFr).Replace('\u00a0', ' ').ShouldBe(why);
    }

    [Fact]
    public void Every_rule_has_its_words_in_both_languages()
    {
        foreach (var kind in Enum.GetValues<MorningKind>())
        {
            foreach (var urgency in Enum.GetValues<MorningUrgency>())
            {
                var due = urgency switch { MorningUrgency.Late => Today.PlusDays(-2), MorningUrgency.Today => Today, MorningUrgency.Soon => Today.PlusDays(4), _ => (LocalDate?)null };
                var item = Of(kind, urgency) with { Due = due };
                string.Equals(DailyWords.Why(item, Today, Locale.EnGb), DailyWords.Why(item, Today, Locale.FrFr), StringComparison.Ordinal).ShouldBeFalse();
            }
        }
    }

    private static MorningItem Of(MorningKind kind, MorningUrgency urgency) => new(Lumen, "Atelier Lumen", kind, urgency, "X-1", "something", null, "");

    private static MorningItem Any(int seed)
    {
        var random = new Random(seed);
        return new(
            EngagementId.Parse(random.Next(2) == 0 ? "lumen" : "nord"), random.Next(2) == 0 ? "Atelier Lumen" : "Bistrot Nord", (MorningKind)random.Next(9), (MorningUrgency)random.Next(6),
            $"X-{random.Next(4)}", $"what {random.Next(3)}", random.Next(3) == 0 ? null : Today.PlusDays(random.Next(-3, 4)), random.Next(2) == 0 ? "" : "Anna")
        {
            Miss = random.Next(3),
            InHand = random.Next(2) == 0 ? null : "A-1",
        };
    }
}

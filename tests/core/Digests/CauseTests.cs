using OpsAutomation.Digests;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class CauseTests
{
    private static readonly (string, decimal)[] Five = [("A", 900), ("B", 800), ("C", 700), ("D", 600), ("E", 500)];

    [Fact]
    public void Two_invoices_that_came_in_are_named_with_their_share_of_the_rise() =>
        Detail(Overdue(31_400, 21_600).Parts(("F-118", 5_200), ("F-101", 4_900), ("F-121", 3_032)).Before(("F-101", 4_900)))
            .ShouldBe("Deux factures font 84 % de la hausse (F-118, F-121).".Replace(" %", "\u00a0%"));

    [Fact]
    public void An_invoice_that_was_paid_is_named_with_its_share_of_the_fall() =>
        Detail(Overdue(12_000, 18_000).Parts(("F-101", 4_900)).Before(("F-095", 6_000), ("F-101", 4_900)))
            .ShouldBe("Une facture fait toute la baisse (F-095).");

    [Fact]
    public void Where_smaller_records_are_not_listed_the_share_is_a_lower_bound() =>
        Detail(Overdue(12_000, 8_000).Parts([("New", 3_500), .. Five.Take(4)]).Before(Five))
            .ShouldBe("Une facture fait au moins 75 % de la hausse (New).".Replace(" %", "\u00a0%"));

    [Fact]
    public void Records_that_are_known_to_have_gone_make_an_exact_share() =>
        Detail(Overdue(12_000, 20_000).Parts(Five).Before(Five).Moved([], [("Old", 6_000)]))
            .ShouldBe("Une facture fait 75 % de la baisse (Old).".Replace(" %", "\u00a0%"));

    [Fact]
    public void One_deal_that_is_all_that_was_signed_is_said_to_be_all() =>
        Detail(Signed(22_000, 2_000).Parts(("Brasserie", 22_000))).ShouldBe("Une seule affaire fait tout ce montant (Brasserie).");

    [Fact]
    public void Less_than_half_of_a_change_is_no_cause() =>
        Detail(Overdue(31_400, 21_600).Parts(("F-118", 1_200), ("F-121", 900), ("F-130", 800)))
            .ShouldBe("Cause non établie.");

    [Fact]
    public void One_deal_that_makes_a_third_of_what_was_signed_is_named_and_a_smaller_one_is_not()
    {
        Detail(Signed(48_200, 41_000).Parts(("Brasserie", 22_000), ("Garage", 9_000)))
            .ShouldBe("Une affaire pèse à elle seule 22 000 €, soit 46 % du total (Brasserie).".Replace("22 000 €", "22\u202f000\u00a0€").Replace(" %", "\u00a0%"));
        Detail(Signed(48_200, 41_000).Parts(("Brasserie", 15_000), ("Garage", 9_000))).ShouldBe("Cause non établie.");
    }

    [Fact]
    public void A_ratio_has_no_cause_by_records() =>
        Detail(new KpiBuilder("delivery.lead-time-days", "Lead time", "Délai", KpiUnit.Days, 11, 9).Ratio().Lower().Target(8, KpiStatus.OffTarget).Parts(("Task", 11)))
            .ShouldBe("Cause non établie.");

    [Fact]
    public void A_comment_of_the_week_is_quoted_as_its_authors_and_an_older_one_is_not()
    {
        var comment = new LogItem { Id = "C-1", Kind = LogKind.Comment, Text = "Deux relances oubliées.", Owner = "nadia", Kpi = "finance.overdue-amount", Added = new(2026, 11, 20) };

        Detail(Overdue(31_400, 21_600), comment).ShouldBe("Nadia Klein note : « Deux relances oubliées ».".Replace(" :", "\u00a0:").Replace("« ", "«\u00a0").Replace(" »", "\u00a0»"));
        Detail(Overdue(31_400, 21_600), comment with { Owner = null, Origin = "ops note" }).ShouldStartWith("Journal de bord");
        Detail(Overdue(31_400, 21_600), comment with { Added = new(2026, 11, 13) }).ShouldBe("Cause non établie.");
    }

    [Fact]
    public void What_is_being_done_stands_with_its_owner_and_day() =>
        Detail(Overdue(31_400, 21_600), new LogItem { Id = "A-1", Kind = LogKind.Action, Text = "Relancer F-118.", Owner = "nadia", Due = new(2026, 11, 24), Kpi = "finance.overdue-amount", Added = new(2026, 11, 20) })
            .ShouldBe("Cause non établie. Action\u00a0: Relancer F-118 (Nadia Klein, 24 nov.).");

    private static KpiBuilder Overdue(decimal value, decimal previous) =>
        new KpiBuilder("finance.overdue-amount", "Overdue", "Échu impayé", KpiUnit.Money, value, previous).Stock().Lower().Target(10_000, KpiStatus.OffTarget);

    private static KpiBuilder Signed(decimal value, decimal previous) => new("sales.won-amount", "Signed", "Signé", KpiUnit.Money, value, previous);

    private static string Detail(KpiBuilder kpi, params LogItem[] log) =>
        DigestComposer.Compose(DigestContexts.Empty(Locale.FrFr) with { Kpis = [kpi.Build()], Log = log }).Body.Movements.Single().Detail;
}

using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestComposerTests
{
    [Theory]
    [InlineData(0, 0, "fr-FR", "Atelier Lumen · 16–22 nov. · aucun indicateur hors cible, aucune décision")]
    [InlineData(1, 1, "fr-FR", "Atelier Lumen · 16–22 nov. · 1 indicateur hors cible, 1 décision")]
    [InlineData(2, 1, "fr-FR", "Atelier Lumen · 16–22 nov. · 2 indicateurs hors cible, 1 décision")]
    [InlineData(7, 3, "fr-FR", "Atelier Lumen · 16–22 nov. · 7 indicateurs hors cible, 3 décisions")]
    [InlineData(0, 1, "en-GB", "Atelier Lumen · 16–22 Nov · no KPI off target, 1 decision")]
    [InlineData(1, 0, "en-US", "Atelier Lumen · Nov 16–22 · 1 KPI off target, no decision")]
    [InlineData(2, 2, "en-US", "Atelier Lumen · Nov 16–22 · 2 KPIs off target, 2 decisions")]
    public void The_subject_counts_in_the_words_of_the_reader(int off, int decisions, string locale, string subject)
    {
        var context = DigestContexts.Empty(Locale.Find(locale)!) with
        {
            Kpis = [Met("met"), .. Enumerable.Range(0, off).Select(i => Missed($"missed{i}", 10 + i))],
            Log = [.. Enumerable.Range(1, decisions).Select(i => Decision($"D-{i}"))],
        };

        DigestComposer.Compose(context).Subject.ShouldBe(subject);
    }

    [Fact]
    public void Off_target_and_worsening_comes_before_at_risk_and_at_risk_before_larger_movements_on_target()
    {
        var context = DigestContexts.Empty(Locale.FrFr) with
        {
            Kpis =
            [
                Kpi("met", 200, 100, 50, KpiStatus.OnTarget), Kpi("risk", 47, 49, 50, KpiStatus.AtRisk),
                Kpi("off-small", 40, 41, 50, KpiStatus.OffTarget), Kpi("off-large", 30, 45, 50, KpiStatus.OffTarget),
            ],
        };

        var body = DigestComposer.Compose(context).Body;

        body.Movements.Select(movement => movement.Kpi).ShouldBe(["off-large", "off-small", "risk"]);
        body.Figures.Select(figure => figure.Kpi).ShouldBe(["off-small", "off-large", "risk", "met"]);
    }

    [Fact]
    public void The_reader_s_KPIs_are_shown_and_no_others_those_of_the_engagement_where_the_reader_names_none()
    {
        var context = DigestContexts.Empty(Locale.FrFr) with { Kpis = [Met("a"), Met("b"), Met("c")] };
        var named = context with { Recipient = context.Recipient with { Kpis = ["c", "a", "unknown"] } };
        var followed = context with { Engagement = context.Engagement with { Kpis = new() { Followed = ["b"] } } };

        DigestComposer.Compose(named).Body.Figures.Select(figure => figure.Kpi).ShouldBe(["c", "a"]);
        DigestComposer.Compose(followed).Body.Figures.Select(figure => figure.Kpi).ShouldBe(["b"]);
    }

    [Theory]
    [InlineData(14.33, 14.30, "fr-FR", "Le délai médian de réalisation reste à 14,3 j (cible 9,0 j au plus).")]
    [InlineData(14.26, 14.24, "fr-FR", "Le délai médian de réalisation reste à 14,3 j (cible 9,0 j au plus).")]
    [InlineData(14.3, 12.0, "fr-FR", "Le délai médian de réalisation monte à 14,3 j (cible 9,0 j au plus).")]
    [InlineData(14.3, 16.0, "fr-FR", "Le délai médian de réalisation baisse à 14,3 j (cible 9,0 j au plus).")]
    [InlineData(14.33, 14.30, "en-GB", "The median lead time stayed at 14.3 d (target at most 9.0 d).")]
    [InlineData(14.3, 12.0, "en-GB", "The median lead time rose to 14.3 d (target at most 9.0 d).")]
    [InlineData(14.3, 16.0, "en-GB", "The median lead time fell to 14.3 d (target at most 9.0 d).")]
    public void The_verb_follows_the_change_and_what_did_not_move_is_no_movement(double value, double previous, string locale, string headline)
    {
        var comment = new LogItem { Id = "C-1", Kind = LogKind.Comment, Text = "Six plans", Owner = "Camille", Kpi = "delivery.lead-time-days", Added = DigestContexts.Today };
        var body = DigestComposer.Compose(DigestContexts.Empty(Locale.Find(locale)!) with
        {
            Kpis = [new KpiBuilder("delivery.lead-time-days", "Lead time, median", "Délai de réalisation, médiane", KpiUnit.Days, (decimal)value, (decimal)previous).Lower().Target(9, KpiStatus.OffTarget).Build()],
            Log = [comment],
        }).Body;

        body.Headline.Replace('\u00a0', ' ').ShouldBe(headline);
        var moved = Math.Abs(value - previous) > 1;
        body.Movements.Count.ShouldBe(moved ? 1 : 0);
        (moved ? body.Movements[0].Detail : body.Comments.Single()).ShouldContain("Camille Roux");
        if (!moved)
            body.Comments[0].ShouldStartWith(locale == "fr-FR" ? "Délai de réalisation, médiane – " : "Lead time, median – ");
    }

    [Fact]
    public void An_NPS_of_fewer_than_30_answers_is_shown_as_such_and_leads_nothing()
    {
        var body = DigestComposer.Compose(DigestContexts.Empty(Locale.FrFr) with
        {
            Kpis =
            [
                new KpiBuilder("customers.nps", "NPS", "NPS", KpiUnit.Points, 90, 10).Target(45, KpiStatus.NoTarget).Rolling(90, 29).Build(),
                Met("a"),
            ],
        }).Body;

        body.Movements.ShouldBeEmpty();
        body.Headline.ShouldNotContain("NPS");
        body.Figures.Single(figure => figure.Kpi == "customers.nps").Word.ShouldBe("moins de 30\u00a0réponses");
    }

    [Fact]
    public void More_than_five_KPIs_leave_the_others_to_the_board_but_name_those_off_target()
    {
        var body = DigestComposer.Compose(DigestContexts.Empty(Locale.FrFr) with { Kpis = [.. Enumerable.Range(0, 7).Select(i => Missed($"kpi{i}", i))] }).Body;

        body.Figures.Count.ShouldBe(5);
        body.FigureNotes.ShouldBe(["Hors cible aussi\u00a0: kpi5 · kpi6."]);
    }

    [Fact]
    public void A_figure_says_beside_it_that_it_is_partial_entered_old_or_revised()
    {
        var context = DigestContexts.Empty(Locale.EnGb) with
        {
            Kpis = [new KpiBuilder("a.a", "A", "A", KpiUnit.Count, 7, 6).Partial().Entered().From("x.y", new(2026, 11, 9)).Build()],
            SentBefore = [new("a.a", new(2026, 11, 9), new(2026, 11, 15), 5, null)],
        };

        DigestComposer.Compose(context).Body.Figures.Single().Note
            .ShouldBe("partial period, entered by hand, stale: data of 9 Nov, previous revised: 6, was 5");
    }

    [Fact]
    public void A_percentage_changes_in_points_and_a_range_is_one_target()
    {
        var figure = DigestComposer.Compose(DigestContexts.Empty(Locale.FrFr) with
        {
            Kpis = [new KpiBuilder("delivery.load-rate", "Load rate", "Taux de charge", KpiUnit.Percent, 91.5m, 84).Ratio().Range(70, 85, KpiStatus.AtRisk).Build()],
        }).Body.Figures.Single();

        (figure.Change, figure.Target, figure.Symbol, figure.Word).ShouldBe(("+7,5\u00a0points", "70–85\u00a0%", "▲", "à surveiller"));
    }

    [Theory]
    [InlineData(FormOfAddress.Vous, "Répondez oui, non ou en parler.")]
    [InlineData(FormOfAddress.Tu, "Réponds oui, non ou en parler.")]
    public void A_decision_is_a_question_with_its_deadline_and_how_to_answer(FormOfAddress address, string reply)
    {
        var body = DigestComposer.Compose(DigestContexts.Empty(Locale.FrFr, address) with { Kpis = [Met("a")], Log = [Decision("D-2") with { Due = new(2026, 11, 20) }] }).Body;

        body.Decisions.Single().Title.ShouldBe("Décision D-2, attendue depuis le 20 nov.\u00a0:");
        body.Decisions.Single().Detail.ShouldBe("Demander un acompte\u00a0? Pas encore de recommandation.");
        body.Reply.ShouldBe(reply);
    }

    [Fact]
    public void Without_data_the_mail_says_so_and_still_asks_for_decisions()
    {
        var digest = DigestComposer.Compose(DigestContexts.Empty(Locale.EnUs) with { Log = [Decision("D-1")], Kpis = [new KpiBuilder("a.a", "A", "A", KpiUnit.Count, null, null).Build()] });

        digest.WithoutData.ShouldBeTrue();
        digest.Subject.ShouldBe("Atelier Lumen · Nov 16–22 · no data, 1 decision");
        digest.Body.Figures.ShouldBeEmpty();
        digest.Body.Reply.ShouldBe("Reply yes, no, or let's talk.");
    }

    [Fact]
    public void A_source_is_the_newest_day_of_its_profile_and_an_expected_one_that_never_came_is_missing()
    {
        var engagement = DigestContexts.Engagement() with
        {
            Sources = [new() { Id = "hubspot-deals", Name = "HubSpot", StaleAfterDays = 3 }, new() { Id = "bank", Name = "Banque", Profile = "readings" }],
        };

        DigestSources.Of(engagement, [Import(1, "hubspot.deals", 20, 100, 1), Import(2, "hubspot.deals", 22, 60, 2), Import(3, "hubspot.deals", 22, 40, 0), Import(4, "stripe.payments", 21, 5, 0)])
            .ShouldBe(
            [
                new("HubSpot", "hubspot.deals", new(2026, 11, 22), 100, 2, 3),
                new("Banque", "readings", null, 0, 0, 8, Entered: true),
                new("4.csv", "stripe.payments", new(2026, 11, 21), 5, 0),
            ]);
    }

    [Fact]
    public void A_source_known_by_its_name_has_what_its_vendor_or_file_is_called()
    {
        var engagement = DigestContexts.Engagement() with
        {
            Sources =
            [
                new() { Id = "crm", Name = "HubSpot" },
                new() { Id = "factures", Name = "Facturation" },
                new() { Id = "support", Name = "Support", Profile = "hubspot.tickets" },
                new() { Id = "trello", Name = "Trello" },
            ],
        };

        DigestSources.Of(
            engagement,
            [Import(1, "hubspot.deals", 22, 60, 2), Import(2, "hubspot.tickets", 21, 10, 0), Import(3, "generic.sales", 20, 5, 0) with { File = "Factures novembre.csv" }])
            .ShouldBe(
            [
                new("HubSpot", "hubspot.deals", new(2026, 11, 22), 60, 2),
                new("Facturation", "generic.sales", new(2026, 11, 20), 5, 0),
                new("Support", "hubspot.tickets", new(2026, 11, 21), 10, 0),
                new("Trello", null, null, 0, 0),
            ]);
    }

    [Fact]
    public void Readings_stand_among_the_sources_with_the_day_that_they_are_for()
    {
        var context = DigestContexts.Empty(Locale.FrFr) with
        {
            Kpis = [new KpiBuilder("finance.cash", "Bank balance", "Solde bancaire", KpiUnit.Money, 126_300, 130_400).Stock().EnteredFor(new(2026, 11, 20)).From("readings", DigestContexts.Today).Build()],
            Sources = [new("Trello", "trello.board", DigestContexts.Today, 96, 2), new("", "readings", DigestContexts.Today, 1, 0, Entered: true)],
        };

        var body = DigestComposer.Compose(context).Body;

        body.Lines[^1].Text.ShouldBe("Banque 20/11, saisie · Trello 23/11, 96 lignes, 2 rejetées");
        body.Figures.Single().Note.ShouldBe("saisi 20/11");
    }

    private static ImportSource Import(int number, string profile, int day, int read, int rejected) => new()
    {
        Number = number,
        File = $"{number}.csv",
        ContentHash = "",
        Profile = profile,
        ImportedAt = default,
        Taken = new(2026, 11, day),
        TakenIsStated = true,
        Facts = [new(FactType.Deal, read, read - rejected, rejected, 0, null, null)],
    };

    private static LogItem Decision(string id) => new() { Id = id, Kind = LogKind.Decision, Text = "Demander un acompte.", Added = new(2026, 11, 20) };

    private static KpiResult Met(string id) => Kpi(id, 6, 6, 5, KpiStatus.OnTarget);

    private static KpiResult Missed(string id, decimal value) => Kpi(id, value, value + 1, 50, KpiStatus.OffTarget);

    private static KpiResult Kpi(string id, decimal value, decimal previous, decimal target, KpiStatus status) =>
        new KpiBuilder(id, id, id, KpiUnit.Count, value, previous).Target(target, status).Build();
}

namespace OpsAutomation.Ops.Tests;

public sealed class LogbookTests : IAsyncLifetime
{
    private readonly OpsRun ops = new("fr_FR.UTF-8");

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "fr", "--start", "2025-12-01");

    [Fact]
    public async Task A_decision_is_numbered_listed_and_closed_with_what_was_decided()
    {
        (await ops.DoAsync("decision", "add", "Demander 30 % d'acompte ?", "-e", "lumen", "--owner", "Claire", "--due", "2026-01-09", "--recommendation", "oui"))
            .ShouldBe("D-1 ajouté\u00a0: Demander 30 % d'acompte ?\n");
        (await ops.DoAsync("decision", "list", "-e", "lumen")).ShouldContain("D-1  9 janv. 2026  Claire");

        (await ops.DoAsync("decision", "close", "D-1", "-e", "lumen", "--by", "Claire", "--outcome", "oui")).ShouldEndWith(" → oui\n");

        (await ops.DoAsync("decision", "list", "-e", "lumen")).ShouldBe("Aucune décision en attente.\n");
        (await ops.JsonAsync("decision", "list", "-e", "lumen", "--all"))[0].GetProperty("outcome").GetString().ShouldBe("oui");
    }

    [Fact]
    public async Task An_action_that_is_past_its_due_date_is_late()
    {
        await ops.DoAsync("action", "add", "Relancer les factures", "-e", "lumen", "--due", "2026-01-02");

        (await ops.DoAsync("action", "list", "-e", "lumen")).ShouldContain("2 janv. 2026 (en retard)");
        (await ops.DoAsync("action", "list", "-e", "lumen", "--lang", "en")).ShouldContain("(late)");
    }

    [Fact]
    public async Task The_json_of_a_list_has_every_field()
    {
        await ops.DoAsync("risk", "add", "Perte d'un associé", "-e", "lumen", "--kpi", "sales.won-amount", "--by", "Léa");

        var item = (await ops.JsonAsync("risk", "list", "-e", "lumen"))[0];

        item.EnumerateObject().Select(field => field.Name).ShouldBe(
            ["id", "kind", "text", "owner", "due", "open", "recommendation", "topic", "kpi", "origin", "added", "outcome", "closedOn", "closedBy"]);
        item.GetProperty("id").GetString().ShouldBe("R-1");
        item.GetProperty("kind").GetString().ShouldBe("risk");
        item.GetProperty("added").GetString().ShouldBe("2026-01-05");
        item.GetProperty("open").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_not_of_the_kind_is_refused()
    {
        await ops.DoAsync("risk", "add", "Perte d'un associé", "-e", "lumen");

        var outcome = await ops.RunAsync("action", "close", "R-1", "-e", "lumen", "--by", "Léa");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldEndWith("Voir\u00a0: ops action list -e lumen\n");
    }

    [Fact]
    public async Task An_improvement_has_a_cause_a_change_and_a_review_and_closes_with_its_result()
    {
        (await ops.DoAsync(
            "improvement", "add", "Les plans reviennent deux fois", "-e", "lumen", "--cause", "Le devis ne dit pas qui valide", "--change", "Nommer le valideur au devis",
            "--review", "2026-01-16", "--kpi", "delivery.lead-time-days", "--by", "Léa")).ShouldBe("I-1 ajouté\u00a0: Les plans reviennent deux fois\n");
        (await ops.DoAsync("improvement", "list", "-e", "lumen")).ShouldContain(
            "I-1  16 janv. 2026  –            Les plans reviennent deux fois · cause\u00a0: Le devis ne dit pas qui valide · changement\u00a0: Nommer le valideur au devis");

        (await ops.RunAsync("improvement", "close", "I-1", "-e", "lumen", "--by", "Léa")).ExitCode.ShouldBe(2);
        (await ops.DoAsync("improvement", "close", "I-1", "-e", "lumen", "--by", "Léa", "--result", "Gardé\u00a0: un seul retour sur six plans")).ShouldEndWith(" → Gardé\u00a0: un seul retour sur six plans\n");

        var item = (await ops.JsonAsync("improvement", "list", "-e", "lumen", "--all"))[0];
        item.GetProperty("kind").GetString().ShouldBe("improvement");
        item.GetProperty("cause").GetString().ShouldBe("Le devis ne dit pas qui valide");
        item.GetProperty("change").GetString().ShouldBe("Nommer le valideur au devis");
        item.GetProperty("due").GetString().ShouldBe("2026-01-16");
        item.GetProperty("outcome").GetString().ShouldStartWith("Gardé");
        (await ops.RunAsync("improvement", "add", "Sans date de revue", "-e", "lumen")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_note_is_about_a_kpi_that_exists()
    {
        (await ops.DoAsync("note", "--kpi", "sales.won-amount", "-e", "lumen", "Deux affaires décalées.")).ShouldStartWith("C-1 ajouté sur ");

        var outcome = await ops.RunAsync("note", "--kpi", "sales.won-amont", "-e", "lumen", "Deux affaires décalées.");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("Vouliez-vous dire sales.won-amount\u00a0?");
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}

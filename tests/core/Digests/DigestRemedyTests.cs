using OpsAutomation.Core.Tests.Documents.Life;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Digests;

/// <summary>Under a figure off target stands the procedure or playbook that moves it.</summary>
public sealed class DigestRemedyTests
{
    private const string Own = "---\ntitle: Relance des impayés\nprocess: dunning\nkpis: finance.overdue-amount\n---\nChaque mardi.\n";
    private readonly LifeWorld world = new(EngagementSize.Solo);

    [Fact]
    public async Task A_figure_off_target_names_what_moves_it_in_text_and_html_and_one_on_target_nothing()
    {
        await OwnAsync();

        var digest = DigestComposer.Compose(await GatherAsync(Locale.FrFr));

        var overdue = digest.Text.Split('\n').ToList().FindIndex(line => line.Contains("Échu impayé", StringComparison.Ordinal) && line.Contains("20", StringComparison.Ordinal));
        string.Join('\n', digest.Text.Split('\n').Skip(overdue)).ShouldContain("  → Relance des impayés");
        digest.Html.ShouldContain("→ Relance des impayés");
        digest.Text.Split("→ Relance des impayés").Length.ShouldBe(2);
        digest.Body.Figures.Where(figure => figure.Remedy.Length > 0).ShouldAllBe(figure => !figure.Label.StartsWith("Signé"));
    }

    [Fact]
    public async Task What_is_not_in_force_yet_says_so_and_what_was_retired_is_not_named()
    {
        (await RemedyAsync(Locale.EnGb)).ShouldEndWith(" (not in force yet)");
        (await RemedyAsync(Locale.FrFr)).ShouldEndWith(" (pas encore en vigueur)");
        await OwnAsync();
        (await RemedyAsync(Locale.EnGb)).ShouldBe("Relance des impayés");

        await world.Life.RetireAsync(world.Engagement, "sop-own-relance-des-impayes", Language.French, world.Act());

        (await RemedyAsync(Locale.FrFr)).ShouldNotContain("Relance des impayés");
    }

    private async Task OwnAsync()
    {
        await new DocumentEditor(world.Blobs, world.State, world.Time).ProposeAsync(world.Context, null, "r.md", Own, world.Act("ines"));
        await world.ApproveAsync("sop-own-relance-des-impayes");
    }

    private async Task<string> RemedyAsync(Locale locale) => DigestComposer.Compose(await GatherAsync(locale)).Body.Figures.First(figure => figure.Remedy.Length > 0).Remedy;

    private async Task<DigestContext> GatherAsync(Locale locale)
    {
        var bad = DigestContexts.Bad(locale);
        var records = new List<DocumentRecord>();
        await foreach (var record in world.Store.ListAsync(world.Engagement.Id))
            records.Add(record);
        var kpis = bad.Kpis.Where(kpi => kpi.Id is "finance.overdue-amount" or "sales.won-amount").ToList();
        return DigestContext.Gather(bad.Engagement, bad.Recipient, bad.Today, kpis, bad.Milestones, [], records, []);
    }
}

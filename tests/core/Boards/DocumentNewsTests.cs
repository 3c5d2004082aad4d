using NodaTime;
using OpsAutomation.Boards;
using OpsAutomation.Core.Tests.Documents.Life;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Milestones;
using OpsAutomation.Runs;

namespace OpsAutomation.Core.Tests.Boards;

/// <summary>The board's section on documents: what waits for somebody.</summary>
public sealed class DocumentNewsTests
{
    private readonly LifeWorld world = new();

    [Fact]
    public async Task A_draft_names_its_approver_and_what_is_in_force_its_readers()
    {
        await world.WriteAsync();
        (await NewsAsync()).ShouldHaveSingleItem().ShouldBe(new BoardDocument(
            "Procédure : accueil d'un nouveau client", "▲", "version 1\u00a0: brouillon à valider", "risk", "Claire Morel", "fr/sop-client-onboarding"));

        await world.ApproveAsync();
        await world.Life.AcknowledgeAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act("ines"));

        var read = (await NewsAsync(Locale.EnGb)).ShouldHaveSingleItem();
        (read.Word, read.Detail, read.Tone).ShouldBe(("read by 1 of 2", "still to read: Samir Haddad", "soft"));
        await world.Life.AcknowledgeAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act("samir"));
        (await NewsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_review_that_is_due_names_owner_and_day_and_a_retired_document_nobody()
    {
        var solo = new LifeWorld(EngagementSize.Solo);
        await solo.WriteAsync();
        solo.Move(30);

        var due = (await NewsAsync(Locale.FrFr, solo)).Single(one => one.Word == "à réviser");
        (due.Symbol, due.Detail).ShouldBe(("▲", "Samir Haddad 23 déc. 2026"));
        await solo.Life.RetireAsync(solo.Engagement, LifeWorld.Sop, Language.French, solo.Act());
        (await NewsAsync(Locale.FrFr, solo)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_procedures_for_one_process_and_texts_in_conflict_come_first_in_their_tone()
    {
        var solo = new LifeWorld(EngagementSize.Solo);
        await solo.WriteAsync();
        var editor = new DocumentEditor(solo.Blobs, solo.State, solo.Time);
        var record = await solo.RecordAsync();
        var text = await solo.TextAsync(record, record.Current);
        await editor.EditAsync(solo.Context, LifeWorld.Sop, text.Replace("Samir Haddad", "Samir Haddad (poste 12)", StringComparison.Ordinal), solo.Act("samir"));
        solo.ChangePeople("Samira Haddad");
        await solo.WriteAsync();
        await editor.ProposeAsync(solo.Context, null, "a.md", "---\ntitle: Accueil\nprocess: onboarding\n---\nAppeler.\n", solo.Act("ines"));
        await solo.ApproveAsync("sop-own-accueil");

        var news = await NewsAsync(Locale.FrFr, solo);

        (news[0].Word, news[0].Tone, news[0].Shelf).ShouldBe(("deux pour un même processus", "off", null));
        news[0].Title.ShouldContain("accueil d'un nouveau client · Accueil");
        var conflict = news.Single(one => one.Word == "textes en conflit");
        (conflict.Tone, conflict.Shelf).ShouldBe(("off", "fr/sop-client-onboarding"));
        conflict.Detail.ShouldEndWith("\u00a0: le texte modifié est conservé");
    }

    [Fact]
    public async Task The_boards_page_has_the_section_with_links_and_escapes_titles()
    {
        await world.WriteAsync();
        world.Context = world.Context with { Engagement = world.Engagement with { People = [.. world.Engagement.People.Select(person => person.Id == "claire" ? person with { Name = "<i>Claire</i>" } : person)] } };
        var standing = await StandingAsync(world);

        var page = BoardPage.Write(BoardComposer.Compose(standing, Locale.FrFr), new PageLinks());

        page.ShouldContain("id=\"documents\"");
        page.ShouldContain("documents/fr/sop-client-onboarding.html");
        page.ShouldContain("&lt;i&gt;Claire&lt;/i&gt;");
        page.ShouldNotContain("<i>Claire");
    }

    private Task<IReadOnlyList<BoardDocument>> NewsAsync(Locale? locale = null) => NewsAsync(locale ?? Locale.FrFr, world);

    private static async Task<IReadOnlyList<BoardDocument>> NewsAsync(Locale locale, LifeWorld life) => DocumentNews.Of(await StandingAsync(life), locale);

    private static async Task<Standing> StandingAsync(LifeWorld life)
    {
        var records = new List<DocumentRecord>();
        await foreach (var record in life.Store.ListAsync(life.Engagement.Id))
            records.Add(record);
        return new()
        {
            Engagement = life.Engagement,
            At = life.Context.Today,
            Kpis = [],
            Milestones = new MilestoneReport(life.Engagement.Id.Value, life.Context.Today, life.Engagement.Start, [], []),
            Log = [],
            Documents = records,
            Imports = [],
        };
    }
}

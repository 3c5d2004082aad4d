using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Life;

public sealed class DocumentEditorTests
{
    private readonly LifeWorld world = new(EngagementSize.Solo);

    private DocumentEditor Editor => new(world.Blobs, world.State, world.Time);

    [Fact]
    public async Task Whoever_a_proposal_names_as_owner_owns_it_whatever_the_matrix_says()
    {
        var company = new LifeWorld();
        var editor = new DocumentEditor(company.Blobs, company.State, company.Time);

        await editor.ProposeAsync(company.Context, null, "a.md", "---\ntitle: Devis rapides\nprocess: devis\nowner: Inès Petit\n---\nLe jour même.\n", company.Act("paul"));
        DocumentRule.Of(company.Engagement, await company.RecordAsync("sop-own-devis-rapides")).Owner!.Id.ShouldBe("ines");
        await editor.ProposeAsync(company.Context, null, "a.md", "---\ntitle: Devis longs\nprocess: devis\n---\nSous huit jours.\n", company.Act("paul"));
        DocumentRule.Of(company.Engagement, await company.RecordAsync("sop-own-devis-longs")).Owner!.Id.ShouldBe("claire");
    }

    [Fact]
    public async Task What_a_person_writes_between_blocks_stays_when_the_generator_runs_again()
    {
        var source = (await world.WriteAsync()).Source;
        world.Move(1);

        var edited = await EditAsync(source.Replace("<!-- /ops -->\n\n<!-- ops:versions", "<!-- /ops -->\n\nNous rappelons toujours le client le lendemain.\n\n<!-- ops:versions"));
        edited.Record.Latest.Version.ShouldBe(2);
        edited.Record.Latest.By.ShouldBe("anna");
        edited.Markdown.ShouldContain("Nous rappelons toujours le client le lendemain.");
        edited.Html.ShouldNotContain("ops:");
        edited.Html.ShouldNotContain("&lt;!--");

        (await world.WriteAsync()).IsNewVersion.ShouldBeFalse();
        world.MoveFigure(12_345);
        world.Move(1);
        var moved = await world.WriteAsync();
        moved.IsNewVersion.ShouldBeFalse();
        moved.Markdown.ShouldContain("12\u202f345");
        world.ChangePeople("Samira Haddad");
        var changed = await world.WriteAsync();
        changed.Record.Latest.Version.ShouldBe(3);
        changed.Markdown.ShouldContain("Nous rappelons toujours le client le lendemain.");
        changed.Markdown.ShouldContain("Samira Haddad");
        changed.Record.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_block_that_both_changed_is_shown_as_a_conflict_and_kept_until_somebody_decides()
    {
        var source = (await world.WriteAsync()).Source;
        await EditAsync(source.Replace("Samir Haddad", "Samir Haddad, ou qui le remplace"));
        world.ChangePeople("Samira Haddad");

        var written = await world.WriteAsync();

        written.Record.Conflicts.ShouldNotBeEmpty();
        written.Markdown.ShouldContain("Samir Haddad, ou qui le remplace");
        (await world.RecordAsync()).Conflicts.ShouldBe(written.Record.Conflicts);
        var block = written.Record.Conflicts[0];

        var mine = await Editor.ResolveAsync(world.Context, LifeWorld.Sop, block, keepMine: true, Act());
        mine.Record.Conflicts.ShouldNotContain(block, StringComparer.Ordinal);
        mine.Markdown.ShouldContain("Samir Haddad, ou qui le remplace");
        (await world.WriteAsync()).Record.Conflicts.ShouldNotContain(block, StringComparer.Ordinal);

        world.ChangePeople("Sam Haddad");
        (await world.WriteAsync()).Record.Conflicts.ShouldContain(block, StringComparer.Ordinal);
        var theirs = await Editor.ResolveAsync(world.Context, LifeWorld.Sop, null, keepMine: false, Act());
        theirs.Record.Conflicts.ShouldBeEmpty();
        theirs.Markdown.ShouldNotContain("ou qui le remplace");
        theirs.Markdown.ShouldContain("Sam Haddad");
    }

    [Fact]
    public async Task An_older_copy_is_merged_where_it_touches_other_parts_and_refused_where_it_touches_the_same()
    {
        var source = (await world.WriteAsync()).Source;
        await EditAsync(source.Replace("<!-- ops:versions", "First note.\n\n<!-- ops:versions"));

        var second = await EditAsync(source.Replace("# Procédure", "# Notre procédure"));
        second.Markdown.ShouldContain("First note.");
        second.Markdown.ShouldContain("# Notre procédure");
        var clash = await Should.ThrowAsync<OpsException>(() => EditAsync(source.Replace("<!-- ops:versions", "Other note.\n\n<!-- ops:versions")));
        clash.Message.ShouldContain("Somebody else changed the same part");
        (await world.RecordAsync()).Edits.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_text_is_no_edit()
    {
        var source = (await world.WriteAsync()).Source;

        (await Should.ThrowAsync<OpsException>(() => EditAsync(source))).Message.ShouldContain("nothing was changed");
    }

    [Fact]
    public async Task A_procedure_of_ones_own_is_proposed_approved_and_kept_up_to_date()
    {
        const string Text = """
            ---
            title: "Procédure : relance des impayés"
            process: relance des impayés
            kpis: finance.overdue-amount
            owner: paul
            ---
            On relance chaque mardi.

            ## Étapes

            1. Extraire la liste.
            """;

        var draft = await Editor.ProposeAsync(world.Context, null, "relance.md", Text, Act());

        draft.Kind.Id.ShouldBe("sop-own-relance-des-impayes");
        draft.IsDraft.ShouldBeTrue();
        var record = await world.RecordAsync(draft.Kind.Id);
        (record.Status, record.Draft!.By).ShouldBe((DocumentStatus.Draft, "anna"));
        record.Moves.ShouldBe(["finance.overdue-amount"]);
        draft.Markdown.ShouldStartWith("# Procédure\u00a0: relance des impayés\n\nOn relance chaque mardi.\n\n## Étapes");
        draft.Markdown.ShouldContain("Échu impayé");

        await world.ApproveAsync(draft.Kind.Id);
        world.MoveFigure(12_345);
        var again = await world.WriteAsync(draft.Kind.Id);
        again.IsNewVersion.ShouldBeFalse();
        again.Markdown.ShouldContain("12\u202f345");
        again.Markdown.ShouldContain("1. Extraire la liste.");
    }

    [Fact]
    public async Task A_text_for_each_meeting_is_not_edited() =>
        (await Should.ThrowAsync<OpsException>(() => Editor.EditAsync(world.Context, "weekly-ops-agenda", "x", Act()))).Message.ShouldContain("written anew for each meeting");

    private LifeAct Act() => world.Act("anna");

    private Task<GeneratedDocument> EditAsync(string text) => Editor.EditAsync(world.Context, LifeWorld.Sop, text, Act());
}

using OpsAutomation.Audit;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Life;

public sealed class DocumentLifeTests
{
    private readonly LifeWorld world = new();

    [Fact]
    public async Task A_procedure_of_a_company_is_a_draft_until_its_approver_approves_it()
    {
        await world.WriteAsync();

        var draft = await world.RecordAsync();
        draft.Status.ShouldBe(DocumentStatus.Draft);
        draft.ReviewBy.ShouldBeNull();
        (await world.TextAsync(draft, draft.Latest, "html")).ShouldContain("Brouillon, pas en vigueur\u00a0: attend la validation de Claire Morel");

        var live = await world.ApproveAsync();

        live.Status.ShouldBe(DocumentStatus.Live);
        live.Provisional.ShouldBeFalse();
        live.ReviewBy.ShouldBe(world.Context.Today.PlusMonths(6));
        var html = await world.TextAsync(live, live.Current, "html");
        html.ShouldContain("En vigueur depuis le 23 nov. 2026, validée par Claire Morel · Responsable\u00a0: Samir Haddad · Valideur\u00a0: Claire Morel · Prochaine revue\u00a0: 23 mai 2027");
        html.ShouldContain("Claire Morel, 23 nov. 2026");
        html.ShouldNotContain("brouillon", Case.Insensitive);
        var lines = await new AuditLog(world.State).ListAsync(world.Engagement.Id).ToListAsync();
        lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Action.ShouldBe(AuditAction.DocumentApproved), line => line.Actor.ShouldBe("claire"), line => line.Subject.ShouldBe("sop-client-onboarding/fr/v1"));
    }

    [Fact]
    public async Task Writing_an_approved_document_again_changes_nothing()
    {
        await world.WriteAsync();
        var approved = await world.ApproveAsync();

        var again = await world.WriteAsync();

        again.IsNewVersion.ShouldBeFalse();
        var record = await world.RecordAsync();
        (record.Current.Files, record.Current.ApprovedBy, record.Revisions.Count).ShouldBe((approved.Current.Files, "claire", 1));
    }

    [Fact]
    public async Task A_solo_author_publishes_without_approval_and_on_trial_for_thirty_days()
    {
        var solo = new LifeWorld(EngagementSize.Solo);
        await solo.WriteAsync();

        var record = await solo.RecordAsync();
        record.Status.ShouldBe(DocumentStatus.Live);
        record.Provisional.ShouldBeTrue();
        record.ReviewBy.ShouldBe(solo.Context.Today.PlusDays(30));
        solo.Move(30);
        record.IsDueOn(solo.Context.Today).ShouldBeTrue();
        DocumentStatusWords.Of(record, solo.Context.Today).En.ShouldBe("due for review");

        await solo.Life.ReviewAsync(solo.Engagement, LifeWorld.Sop, Language.French, solo.Act());

        var reviewed = await solo.RecordAsync();
        reviewed.Provisional.ShouldBeFalse();
        reviewed.ReviewBy.ShouldBe(solo.Context.Today.PlusMonths(6));
        reviewed.Version.ShouldBe(1);
        (await solo.WriteAsync()).IsNewVersion.ShouldBeFalse();
        (await solo.RecordAsync()).Provisional.ShouldBeFalse();
    }

    [Fact]
    public async Task What_changes_after_approval_is_a_draft_beside_the_version_in_force()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        world.Move(5);
        world.ChangePeople("Samira Haddad");
        var changed = await world.WriteAsync();

        changed.IsDraft.ShouldBeTrue();
        var record = await world.RecordAsync();
        record.Status.ShouldBe(DocumentStatus.Live);
        (record.Version, record.Draft!.Version).ShouldBe((1, 2));
        (await world.TextAsync(record, record.Current)).ShouldContain("Samir Haddad");
        (await world.TextAsync(record, record.Draft)).ShouldContain("Samira Haddad");

        world.Move(1);
        world.ChangePeople("Sam Haddad");
        await world.WriteAsync();
        record = await world.RecordAsync();
        record.Revisions.Count.ShouldBe(2);
        record.Draft!.Version.ShouldBe(2);

        await world.ApproveAsync();
        record = await world.RecordAsync();
        (record.Version, record.Draft).ShouldBe((2, null));
        (await world.TextAsync(record, record.Current)).ShouldContain("Sam Haddad");
    }

    [Fact]
    public async Task A_draft_whose_cause_is_gone_goes_with_it()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        world.ChangePeople("Samira Haddad");
        await world.WriteAsync();
        world.ChangePeople("Samir Haddad");

        await world.WriteAsync();

        var record = await world.RecordAsync();
        record.Draft.ShouldBeNull();
        record.Revisions.ShouldHaveSingleItem();
        (await world.TextAsync(record, record.Current)).ShouldContain("Samir Haddad");
    }

    [Fact]
    public async Task A_version_approved_for_a_day_comes_into_force_on_that_day()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        world.ChangePeople("Samira Haddad");
        await world.WriteAsync();
        var from = world.Context.Today.PlusDays(7);

        await world.ApproveAsync(from: from);

        (await world.RecordAsync()).Version.ShouldBe(1);
        world.Move(6);
        (await world.RecordAsync()).Version.ShouldBe(1);
        world.Move(1);
        var record = await world.RecordAsync();
        (record.Version, record.PublishedOn).ShouldBe((2, from));
        (await world.WriteAsync()).IsNewVersion.ShouldBeFalse();
        (await world.RecordAsync()).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_retired_document_is_left_alone_and_counts_no_more()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        await world.Life.RetireAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act() with { Note = "Replaced." });
        world.ChangePeople("Samira Haddad");

        (await world.WriteAsync()).IsNewVersion.ShouldBeFalse();

        var record = await world.RecordAsync();
        record.Status.ShouldBe(DocumentStatus.Retired);
        record.Retired!.Note.ShouldBe("Replaced.");
        record.Revisions.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(EngagementSize.Small)]
    [InlineData(EngagementSize.Solo)]
    public async Task A_proposal_does_not_put_a_retired_document_in_force_and_an_approval_does(EngagementSize size)
    {
        var life = new LifeWorld(size);
        await life.WriteAsync();
        if (size == EngagementSize.Small)
            await life.ApproveAsync();
        await life.Life.RetireAsync(life.Engagement, LifeWorld.Sop, Language.French, life.Act());
        var editor = new DocumentEditor(life.Blobs, life.State, life.Time);

        await editor.ProposeAsync(life.Context, LifeWorld.Sop, life.Act("ines"));

        var record = await life.RecordAsync();
        (record.Status, record.Latest.Version, record.Retired).ShouldBe((DocumentStatus.Draft, 2, null));
        await life.WriteAsync();
        (await life.RecordAsync()).Status.ShouldBe(DocumentStatus.Draft);
        await life.Life.RejectAsync(life.Engagement, LifeWorld.Sop, Language.French, life.Act());
        (await life.RecordAsync()).Status.ShouldBe(DocumentStatus.Retired);
        await life.WriteAsync();
        (await life.RecordAsync()).Status.ShouldBe(DocumentStatus.Retired);

        await editor.ProposeAsync(life.Context, LifeWorld.Sop, life.Act("ines"));
        (await life.ApproveAsync()).Status.ShouldBe(DocumentStatus.Live);
        (await life.RecordAsync()).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_first_draft_that_was_turned_down_is_approved_only_after_a_proposal()
    {
        await world.WriteAsync();
        await world.Life.RejectAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act());

        await Refused(() => world.ApproveAsync(), "A proposal brings it back");
        await Refused(() => world.Life.RejectAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act()), "A proposal brings it back");
        await new DocumentEditor(world.Blobs, world.State, world.Time).ProposeAsync(world.Context, LifeWorld.Sop, world.Act("ines"));
        (await world.ApproveAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_somebody_proposed_to_a_solo_author_stays_a_draft_when_its_content_changes()
    {
        var solo = new LifeWorld(EngagementSize.Solo);
        await solo.WriteAsync();
        await new DocumentEditor(solo.Blobs, solo.State, solo.Time).EditAsync(
            solo.Context, LifeWorld.Sop, await solo.TextAsync(await solo.RecordAsync(), (await solo.RecordAsync()).Current) + "\nCall back.\n", solo.Act("paul"), isProposal: true);

        solo.ChangePeople("Samira Haddad");
        await solo.WriteAsync();

        var record = await solo.RecordAsync();
        (record.Version, record.Draft?.By).ShouldBe((1, "paul"));
        (await solo.TextAsync(record, record.Draft!)).ShouldContain("Call back.");
        (await solo.TextAsync(record, record.Draft!)).ShouldContain("Samira");
    }

    [Fact]
    public async Task Days_that_have_passed_are_no_days_to_come()
    {
        await world.WriteAsync();
        await Refused(() => world.ApproveAsync(from: world.Context.Today.PlusDays(-1)), "--from is a day that has passed");
        await world.ApproveAsync(from: world.Context.Today);
        await Refused(() => world.Life.ReviewAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act() with { Day = world.Context.Today }), "--next is a day that has passed");
        await world.Life.RetireAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act());
        await Refused(() => world.Life.AcknowledgeAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act()), "nothing to read and acknowledge");
    }

    [Fact]
    public async Task A_draft_that_is_turned_down_leaves_what_is_in_force()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        world.ChangePeople("Samira Haddad");
        await world.WriteAsync();

        var record = await world.Life.RejectAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act());

        (record.Version, record.Draft, record.Status).ShouldBe((1, null, DocumentStatus.Live));
    }

    [Fact]
    public async Task A_draft_that_was_turned_down_is_not_proposed_again_until_something_else_changes()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        world.ChangePeople("Samira Haddad");
        await world.WriteAsync();
        await world.Life.RejectAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act());

        var again = await world.WriteAsync();

        (again.IsDraft, again.IsNewVersion).ShouldBe((false, false));
        again.Markdown.ShouldContain("Samir Haddad");
        again.Markdown.ShouldNotContain("Samira");
        var record = await world.RecordAsync();
        (record.Version, record.Draft, record.Revisions.Count).ShouldBe((1, null, 1));
        (await world.TextAsync(record, record.Current)).ShouldNotContain("Samira");
        await world.WriteAsync();
        (await world.RecordAsync()).Current.Files.ShouldBe(record.Current.Files);

        world.ChangePeople("Sam Haddad");
        await world.WriteAsync();
        (await world.RecordAsync()).Draft.ShouldNotBeNull();
        world.ChangePeople("Samira Haddad");
        await world.WriteAsync();
        record = await world.RecordAsync();
        record.Draft.ShouldBeNull();
        (await world.TextAsync(record, record.Current)).ShouldContain("Samir Haddad");
    }

    [Fact]
    public async Task What_was_turned_down_can_be_proposed_by_a_person()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        world.ChangePeople("Samira Haddad");
        await world.WriteAsync();
        await world.Life.RejectAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act());

        await new DocumentEditor(world.Blobs, world.State, world.Time).ProposeAsync(world.Context, LifeWorld.Sop, world.Act("ines"));

        (await world.RecordAsync()).Draft.ShouldNotBeNull().By.ShouldBe("ines");
        (await world.ApproveAsync()).TurnedDown.ShouldBeNull();
        (await world.WriteAsync()).IsNewVersion.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_approver_or_the_deputy_approves_and_others_only_in_that_place()
    {
        await world.WriteAsync();
        await Refused(() => ApproveAsync("paul", null), "is for claire to decide");
        await Refused(() => ApproveAsync("paul", "samir"), "is for claire to decide");

        var record = await ApproveAsync("paul", "claire");

        (record.Current.ApprovedBy, record.Current.ApprovedFor).ShouldBe(("paul", "claire"));
        (await world.TextAsync(record, record.Current, "html")).ShouldContain("validée par Paul Girard pour Claire Morel");
        world.ChangePeople("Samira Haddad");
        await world.WriteAsync();
        (await ApproveAsync("samir", null)).Current.ApprovedFor.ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_is_turned_down_by_its_approver_its_owner_or_who_proposed_it()
    {
        await world.WriteAsync();
        await world.ApproveAsync();
        foreach (var (by, may) in new[] { ("paul", true), ("samir", true), ("claire", true), ("anna", false) })
        {
            await new DocumentEditor(world.Blobs, world.State, world.Time).EditAsync(
                world.Context, LifeWorld.Sop, (await world.TextAsync(await world.RecordAsync(), (await world.RecordAsync()).Current)) + $"\nA word of {by}.\n", world.Act("paul"), isProposal: true);
            if (may)
                (await RejectAsync(by)).Draft.ShouldBeNull();
            else
                await Refused(() => RejectAsync(by), "is for claire to decide");
        }
    }

    [Fact]
    public async Task Only_what_there_is_can_be_approved_reviewed_or_turned_down()
    {
        await Refused(() => world.ApproveAsync(), "was not written in French yet");
        await world.WriteAsync();
        await Refused(() => world.Life.ReviewAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act()), "is not in force");
        await Refused(() => world.Life.ApproveAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act() with { ContentHash = "another" }), "has changed since");
        await world.ApproveAsync();
        await Refused(() => world.ApproveAsync(), "has no draft");
    }

    [Fact]
    public async Task Agendas_and_status_sheets_have_no_life()
    {
        var agenda = await world.WriteAsync("weekly-ops-agenda");

        agenda.Record.Status.ShouldBe(DocumentStatus.Live);
        agenda.Source.ShouldBe(agenda.Markdown);
        LifeReport.Of(world.Engagement, [agenda.Record], world.Context.Today).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_of_an_older_home_is_in_force_as_it_was()
    {
        const string Old = """
            {"kind":"sop-client-onboarding","language":"French","title":"T","status":"Live","provisional":false,"reviewBy":"2027-05-01","textHash":"x",
            "revisions":[{"version":1,"day":"2026-10-01","contentHash":"h","parts":{"template":"a"},"changed":[],"files":"v1-abc"}],
            "current":{"version":1,"day":"2026-10-01","contentHash":"h","parts":{},"changed":[]},"version":1,"contentHash":"h","publishedOn":"2026-10-01"}
            """;
        await world.State.CommitAsync(world.Engagement.Id, [OpsAutomation.Ports.StateChange.Insert(new("documents", "fr/sop-client-onboarding"), Old)]);

        var record = await world.RecordAsync();
        (record.Status, record.Version, record.Draft).ShouldBe((DocumentStatus.Live, 1, null));
        await world.WriteAsync();
        record = await world.RecordAsync();
        (record.Version, record.Draft!.Version).ShouldBe((1, 2));
    }

    private Task<DocumentRecord> ApproveAsync(string by, string? instead) =>
        world.Life.ApproveAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act(by) with { For = instead });

    private Task<DocumentRecord> RejectAsync(string by) => world.Life.RejectAsync(world.Engagement, LifeWorld.Sop, Language.French, world.Act(by));

    private static async Task Refused(Func<Task> act, string says) => (await Should.ThrowAsync<OpsException>(act)).Message.ShouldContain(says);
}

using System.Text;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class DocumentStoreTests
{
    private static readonly EngagementId Id = EngagementId.Parse("atelier-lumen");

    [Fact]
    public async Task The_same_content_on_a_later_day_makes_no_new_version()
    {
        var (generator, store, blobs, _) = Company.Writer();
        // What counts days is another text on another day.
        var context = Company.Context(Language.French) with { Facts = null };
        foreach (var kind in DocumentLibrary.Kinds.Where(kind => !CadenceCalendar.HasDays(kind.Id)))
        {
            var first = await generator.GenerateAsync(context, kind.Id);
            (await store.PublishAsync(Id, first)).ShouldBeTrue();
            var before = await FileAsync(store, kind.Id, "docx");

            var again = await generator.GenerateAsync(context with { Today = context.Today.PlusDays(1) }, kind.Id);

            again.IsNewVersion.ShouldBeFalse(kind.Id);
            again.Record.Version.ShouldBe(1);
            (await store.PublishAsync(Id, again)).ShouldBeFalse();
            // A page that says which day it is gets other files, and keeps its version.
            if (again.TextHash == first.TextHash)
                (await FileAsync(store, kind.Id, "docx")).ShouldBe(before);
        }
    }

    [Fact]
    public async Task A_procedure_keeps_its_version_when_only_figures_move_and_shows_the_new_figure()
    {
        var (generator, store, blobs, _) = Company.Writer();
        var context = Company.Context(Language.French);
        await store.PublishAsync(Id, await generator.GenerateAsync(context, "sop-client-onboarding"));

        var moved = context with { Kpis = [.. context.Kpis.Select(kpi => kpi.Id == "finance.overdue-amount" ? kpi with { Value = 12_345 } : kpi)] };
        var document = await generator.GenerateAsync(moved, "sop-client-onboarding");

        document.IsNewVersion.ShouldBeFalse();
        (await store.PublishAsync(Id, document)).ShouldBeFalse();
        Encoding.UTF8.GetString(await FileAsync(store, "sop-client-onboarding", "md")).ShouldContain("12\u202f345");
        (await store.FindAsync(Id, "sop-client-onboarding", Language.French))!.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("people", "personnes ou rôles modifiés")]
    [InlineData("targets", "cibles modifiées")]
    [InlineData("engagement", "périmètre, outils ou plan")]
    public async Task A_change_makes_a_version_that_says_why(string part, string reason)
    {
        var (generator, store, blobs, _) = Company.Writer();
        var context = Company.Unapproved(Language.French);
        await store.PublishAsync(Id, await generator.GenerateAsync(context, "operating-system"));
        var engagement = context.Engagement;
        var changed = part switch
        {
            "people" => context with { Engagement = engagement with { People = [.. engagement.People, new("lea", "Léa Roy", PersonRole.Member)] } },
            "targets" => context with { Kpis = [.. context.Kpis.Select(kpi => kpi.Id == "customers.nps" ? kpi with { Target = 55 } : kpi)] },
            _ => context with { Engagement = engagement with { Tools = [.. engagement.Tools, new("Notion", "notes")] } },
        };

        var document = await generator.GenerateAsync(changed with { Today = context.Today.PlusDays(2) }, "operating-system");

        (await store.PublishAsync(Id, document)).ShouldBeTrue();
        document.Record.Version.ShouldBe(2);
        document.Record.Current.Changed.ShouldBe([part]);
        document.Markdown.ShouldContain("| 2 | 25 nov. 2026 | ");
        document.Markdown.ShouldContain(reason, Case.Insensitive);
        document.Markdown.ShouldContain("| 1 | 23 nov. 2026 | Première version |");
        document.Html.ShouldContain("Version 2 · 25 novembre 2026");
        var record = (await store.FindAsync(Id, "operating-system", Language.French))!;
        foreach (var revision in record.Revisions)
            (await BlobAsync(blobs, record.BlobPath(revision, "html"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_kill_between_files_and_record_leaves_the_former_version_and_the_next_run_ends_the_work()
    {
        var (generator, store, blobs, state) = Company.Writer();
        var context = Company.Context(Language.French);
        var document = await generator.GenerateAsync(context, "raci");
        var failing = new DocumentStore(blobs, new NoState());

        await Should.ThrowAsync<IOException>(() => failing.PublishAsync(Id, document));

        (await store.FindAsync(Id, "raci", Language.French)).ShouldBeNull();
        (await store.PublishAsync(Id, await generator.GenerateAsync(context, "raci"))).ShouldBeTrue();
        (await store.FindAsync(Id, "raci", Language.French))!.Version.ShouldBe(1);
        state.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_document_overtaken_by_another_run_is_refused_and_safe_to_repeat()
    {
        var (generator, store, _, _) = Company.Writer();
        var context = Company.Context(Language.French);
        var slow = await generator.GenerateAsync(context, "raci");
        var other = context with { Engagement = context.Engagement with { Raci = [] } };
        await store.PublishAsync(Id, await generator.GenerateAsync(other, "raci"));

        (await Should.ThrowAsync<OpsException>(() => store.PublishAsync(Id, slow))).Kind.ShouldBe(FailureKind.Retriable);
        (await store.PublishAsync(Id, await generator.GenerateAsync(context, "raci"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_solo_author_publishes_provisional_procedures_that_are_reviewed_in_thirty_days()
    {
        var (generator, _, _, _) = Company.Writer();
        var context = Company.Context(Language.French, EngagementSize.Solo);

        var documents = new List<GeneratedDocument>();
        foreach (var kind in DocumentLibrary.PlanFor(context.Engagement))
            documents.Add(await generator.GenerateAsync(context, kind.Id));

        documents.Count(document => document.Kind.Family == DocumentFamily.Sop).ShouldBe(4);
        documents.Count(document => document.Kind.Family == DocumentFamily.Checklist).ShouldBeLessThanOrEqualTo(2);
        var procedure = documents.First(document => document.Kind.Family == DocumentFamily.Sop);
        procedure.Record.Provisional.ShouldBeTrue();
        procedure.Record.Status.ShouldBe(DocumentStatus.Live);
        procedure.Record.ReviewBy.ShouldBe(context.Today.PlusDays(30));
        procedure.Html.ShouldContain("(provisoire)");
    }

    [Fact]
    public async Task The_list_holds_every_document_in_every_language()
    {
        var (generator, store, _, _) = Company.Writer();
        await store.PublishAsync(Id, await generator.GenerateAsync(Company.Unapproved(Language.French), "sop-incident"));
        await store.PublishAsync(Id, await generator.GenerateAsync(Company.Unapproved(Language.English), "sop-incident"));

        var listed = new List<(Language, string, LocalDate?)>();
        await foreach (var record in store.ListAsync(Id))
            listed.Add((record.Language, record.Kind, record.ReviewBy));

        var review = Company.Today.PlusMonths(6);
        listed.ShouldBe([(Language.English, "sop-incident", review), (Language.French, "sop-incident", review)]);
    }

    [Fact]
    public async Task Files_of_earlier_texts_go_when_no_digest_can_name_them_any_more()
    {
        var (generator, store, blobs, state) = Company.Writer();
        var context = Company.Context(Language.French);
        await store.PublishAsync(Id, await generator.GenerateAsync(context, "sop-client-onboarding"));
        var files = blobs.Paths(Id);

        blobs.Now += Duration.FromHours(2);
        await store.PublishAsync(Id, await generator.GenerateAsync(Moved(context, 1), "sop-client-onboarding"));
        files.ShouldAllBe(file => blobs.Paths(Id).Contains(file));

        blobs.Now += Duration.FromDays(9);
        await store.PublishAsync(Id, await generator.GenerateAsync(Moved(context, 2), "sop-client-onboarding"));
        var record = (await store.FindAsync(Id, "sop-client-onboarding", Language.French))!;
        record.Version.ShouldBe(1);
        blobs.Paths(Id).ShouldBe([record.BlobPath("docx"), record.BlobPath("html"), record.BlobPath("md")]);
        state.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_files_of_a_record_are_of_one_text_wherever_a_run_is_stopped()
    {
        for (var stop = 1; stop <= 6; stop++)
        {
            var (generator, store, blobs, _) = Company.Writer();
            var context = Company.Context(Language.French);
            await store.PublishAsync(Id, await generator.GenerateAsync(context, "sop-client-onboarding"));
            var before = await TextsAsync(store);
            var moved = await generator.GenerateAsync(Moved(context, 12_345), "sop-client-onboarding");
            var operations = blobs.Operations;
            var at = stop;
            blobs.Fault = (number, _) => number == operations + at ? new IOException("Killed.") : null;

            await Should.ThrowAsync<IOException>(() => store.PublishAsync(Id, moved));

            blobs.Fault = null;
            (await TextsAsync(store)).ShouldBe(before);
            // What moved may have moved back by the time of the next run: then there is nothing to do, and nothing is torn.
            await store.PublishAsync(Id, await generator.GenerateAsync(context, "sop-client-onboarding"));
            (await TextsAsync(store)).ShouldBe(before);
        }
    }

    private static DocumentContext Moved(DocumentContext context, decimal overdue) =>
        context with { Kpis = [.. context.Kpis.Select(kpi => kpi.Id == "finance.overdue-amount" ? kpi with { Value = overdue } : kpi)] };

    private static async Task<string> TextsAsync(DocumentStore store) =>
        Encoding.UTF8.GetString(await FileAsync(store, "sop-client-onboarding", "md")) + Encoding.UTF8.GetString(await FileAsync(store, "sop-client-onboarding", "html"));

    private static async Task<byte[]> FileAsync(DocumentStore store, string kind, string extension)
    {
        var record = (await store.FindAsync(Id, kind, Language.French)).ShouldNotBeNull();
        await using var stream = (await store.OpenReadAsync(Id, record, extension)).ShouldNotBeNull();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<byte[]> BlobAsync(IBlobStore blobs, string path)
    {
        await using var stream = (await blobs.OpenReadAsync(Id, path)).ShouldNotBeNull(path);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private sealed class NoState : IStateStore
    {
        public Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default) => Task.FromResult<StateEntry?>(null);

        public IAsyncEnumerable<StateEntry> ListAsync(EngagementId engagement, string collection, string idPrefix = "", CancellationToken cancellationToken = default) =>
            throw new IOException();

        public Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default) => throw new IOException();
    }
}

using System.Text;
using OpsAutomation.Core.Tests.Exports.Reading;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Core.Tests.Privacy.Erasure;

public sealed class EraserTests
{
    private static readonly string[] Traces = ["canari", "12 34 56", "Kiki", "cannot log in"];

    [Fact]
    public async Task Nothing_that_is_kept_names_the_person_any_more_and_others_stay()
    {
        var world = await ErasureWorld.CreateAsync();

        var result = await world.EraseAsync();

        var all = world.Everything();
        foreach (var trace in Traces)
            all.ShouldNotContain(trace, Case.Insensitive);
        all.ShouldContain("Jules");
        all.ShouldContain("jules@client.test");
        result.Counts.Keys.ShouldBe(["dead-letters", "digests", "documents", "events", "facts", "logbook", "mails", "originals", "snapshots", "webhooks"]);
        result.Counts["originals"].ShouldBe((5, 7));
        world.Bench.Blobs.Paths(world.Id).ShouldNotContain(path => path.EndsWith("notes.pdf", StringComparison.Ordinal));
        world.Bench.Blobs.Paths(world.Id).ShouldContain(path => path.EndsWith("other.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_stay_and_records_lose_only_what_names_the_person()
    {
        var world = await ErasureWorld.CreateAsync();
        var before = await FiguresAsync(world);

        await world.EraseAsync();

        (await FiguresAsync(world)).ShouldBe(before);
        var contact = (await world.Bench.ReadAsync(FactType.Contact)).Single(record => record.FindText(ContactFields.Email)!.EndsWith("@erased.invalid", StringComparison.Ordinal));
        contact.FindText(ContactFields.Name)!.ShouldStartWith("erased-");
        contact.FindText(ContactFields.Stage).ShouldBe("Lead");
        contact.FindText(ContactFields.Owner).ShouldBe("Paul");
        var tickets = await world.Bench.ReadAsync(FactType.Ticket);
        tickets.Select(ticket => ticket.FindText(TicketFields.Name)).ShouldBe([null, "Slow"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_brought_again_does_not_bring_the_person_back()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.EraseAsync();
        var before = await FiguresAsync(world);

        foreach (var (file, text) in ErasureWorld.Files())
        {
            (await world.Bench.ImportAsync(text, file)).AlreadyImported.ShouldBeTrue();
            await world.Bench.ImportAsync(text + "\n\n", "again-" + file, taken: new(2026, 1, 5));
        }

        foreach (var trace in Traces)
            world.Everything().ShouldNotContain(trace, Case.Insensitive);
        (await FiguresAsync(world)).ShouldBe(before);
    }

    [Fact]
    public async Task A_rewritten_original_is_known_as_the_one_that_was_imported()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.EraseAsync();

        foreach (var (file, _) in ErasureWorld.Files())
            (await world.Bench.ImportAsync(world.Bench.Blobs[world.Id, $"inbox/{file}"], file, taken: new(2026, 2, 1))).AlreadyImported.ShouldBeTrue();
    }

    [Fact]
    public async Task An_original_keeps_its_other_rows_and_its_layout()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.EraseAsync();

        var lines = Encoding.UTF8.GetString(world.Bench.Blobs[world.Id, "inbox/contacts.csv"]).Split('\n');
        lines[0].ShouldBe(ErasureWorld.Contacts.Split('\n')[0]);
        lines[1].ShouldMatch("^erased-[0-9a-f]{12},erased-[0-9a-f]{12},erased-[0-9a-f]{12},erased-[0-9a-f]{12}@erased.invalid,Lead,2026-01-02,,Paul$");
        lines[2].ShouldBe(ErasureWorld.Contacts.Split('\n')[2]);
        var deals = Encoding.UTF8.GetString(world.Bench.Blobs[world.Id, "inbox/deals.csv"]).Split('\n');
        deals[1].ShouldMatch("^1,,Closed Won,1200,2026-01-05,2026-01-02,Paul,erased-[0-9a-f]{12}$");
        deals[2].ShouldMatch("^2,Pilot,Closed Won,300,2026-01-04,2026-01-02,Paul,5512;erased-[0-9a-f]{12}$");
    }

    [Fact]
    public async Task A_name_in_a_workbook_is_found_through_characters_that_xml_cannot_hold()
    {
        var world = await ErasureWorld.CreateAsync();
        const string path = "uploads/u/people.xlsx";
        world.Bench.Blobs[world.Id, path] = Zips.Workbook(new Sheet(
            "Contacts",
            Zips.Row(1, "Record ID", "Email", "Lifecycle Stage", "Create Date", "Note") + Zips.Row(2, "5512", "jules@client.test", "Customer", "2026-01-03", "ask Zoé_x000D_Canari of _x005F_x0041_")));

        await world.EraseAsync();

        Read.Table(world.Bench.Blobs[world.Id, path], "people.xlsx").Lines().ShouldHaveSingleItem().ShouldMatch(@"^5512\|jules@client\.test\|Customer\|2026-01-03\|ask erased-[0-9a-f]{12} of _x0041_$");
    }

    [Fact]
    public async Task A_file_that_is_named_like_the_person_stays_until_its_copy_is_there()
    {
        var world = await ErasureWorld.CreateAsync();
        const string path = "uploads/u/Zoé Canari.csv";
        world.Bench.Blobs[world.Id, path] = Encoding.UTF8.GetBytes(ErasureWorld.Contacts);
        world.Bench.Blobs.Fault = (_, what) => what.Contains("uploads/u/erased-", StringComparison.Ordinal) ? new IOException("killed") : null;
        await Should.ThrowAsync<IOException>(() => world.EraseAsync());
        world.Bench.Blobs.Paths(world.Id).Contains(path, StringComparer.Ordinal).ShouldBeTrue();
        world.Bench.Blobs.Fault = null;

        await world.EraseAsync();

        world.Bench.Blobs.Paths(world.Id).Contains(path, StringComparer.Ordinal).ShouldBeFalse();
        world.Bench.Blobs.Paths(world.Id).Count(kept => kept.StartsWith("uploads/u/erased-", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task An_import_under_way_that_does_not_know_the_person_cannot_end_after_it()
    {
        var world = await ErasureWorld.CreateAsync();
        var before = (await world.Bench.State.FindAsync(world.Id, FactManifest.Key)).ShouldNotBeNull();

        await new Eraser(world.Bench.Blobs, world.Bench.State, world.Registry, world.Bench.Time).RunAsync(world.Bench.Engagement, "nobody.yet@client.test");

        await Should.ThrowAsync<StateConflictException>(() => world.Bench.State.CommitAsync(world.Id, [StateChange.Replace(before, before.Value)]));
    }

    [Fact]
    public async Task Run_twice_it_finds_nothing_the_second_time()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.EraseAsync();
        var all = world.Everything();

        var again = await world.EraseAsync();

        again.Counts.ShouldBeEmpty();
        world.Everything().Length.ShouldBeInRange(all.Length - 2000, all.Length + 2000);
        foreach (var trace in Traces)
            world.Everything().ShouldNotContain(trace, Case.Insensitive);
    }

    [Fact]
    public async Task Looking_changes_nothing_and_counts_the_same()
    {
        var world = await ErasureWorld.CreateAsync();
        var before = world.Everything();

        var seen = await world.EraseAsync(isDry: true);

        world.Everything().ShouldBe(before);
        seen.Counts.ShouldBe((await world.EraseAsync()).Counts);
    }

    [Fact]
    public async Task Killed_anywhere_and_run_again_it_ends_as_one_run()
    {
        var clean = await ErasureWorld.CreateAsync();
        var expected = await clean.EraseAsync();
        for (var step = 1; ; step += 7)
        {
            var world = await ErasureWorld.CreateAsync();
            var left = step;
            Exception? Fault(int operation, string what) => --left == 0 ? new IOException("killed") : null;
            world.Bench.Blobs.Fault = Fault;
            world.Bench.State.Fault = Fault;
            var killed = false;
            try
            {
                await world.EraseAsync();
            }
            catch (IOException)
            {
                killed = true;
            }

            if (!killed)
                return;
            world.Bench.Blobs.Fault = null;
            world.Bench.State.Fault = null;
            var result = await world.EraseAsync();

            foreach (var trace in Traces)
                world.Everything().ShouldNotContain(trace, Case.Insensitive, $"killed at {step}");
            result.Counts.ShouldBe(expected.Counts, $"killed at {step}");
            world.Bench.State.All(world.Id).Count(entry => entry.Key.Collection is "erasure-items" or "erasure-records" or "erasure-replaced").ShouldBe(0, $"killed at {step}");
            world.Bench.Blobs.Paths(world.Id).Count(path => path.StartsWith("facts/", StringComparison.Ordinal)).ShouldBe(4, $"killed at {step}");
        }
    }

    [Fact]
    public async Task Without_a_name_only_the_address_and_what_hangs_on_it_go()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.EraseAsync(name: null);

        world.Everything().ShouldNotContain("canari@", Case.Insensitive);
        world.Everything().ShouldContain("Call Zoé Canari before Friday");
        Encoding.UTF8.GetString(world.Bench.Blobs[world.Id, "inbox/contacts.csv"]).ShouldNotContain("Canari");
    }

    [Fact]
    public async Task Another_engagement_is_not_touched()
    {
        var world = await ErasureWorld.CreateAsync();
        var other = EngagementId.Parse("other");
        world.Bench.Blobs[other, "inbox/contacts.csv"] = Encoding.UTF8.GetBytes(ErasureWorld.Contacts);
        await world.Bench.State.CommitAsync(other, [StateChange.Put(new("logbook", "d/1"), "\"Zoé Canari\"")]);
        var before = world.Everything(other);

        await world.EraseAsync();

        world.Everything(other).ShouldBe(before);
    }

    [Fact]
    public async Task A_fec_is_left_and_the_report_says_so_without_naming_anybody()
    {
        var world = await ErasureWorld.CreateAsync();
        const string fec = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n"
            + "VE|Ventes|2|20260201|411000|Clients|C1|Zoé Canari|F-12|20260201|Facture Zoé Canari|1440,00|0,00|||20260201||\n";
        world.Bench.Blobs[world.Id, "inbox/732829320FEC20261231.txt"] = Encoding.UTF8.GetBytes(fec);
        await world.Bench.ImportAsync(fec, "732829320FEC20261231.txt");

        var result = await world.EraseAsync();

        (result.LedgerFiles, result.LedgerLines).ShouldBe((1, 1));
        result.Reports.Count.ShouldBe(4);
        foreach (var path in result.Reports)
        {
            var report = Encoding.UTF8.GetString(world.Bench.Blobs[world.Id, path]);
            report.ShouldNotContain("canari", Case.Insensitive);
            report.ShouldContain("FEC");
            report.ShouldContain(result.Id);
        }
    }

    [Fact]
    public async Task What_is_no_address_is_refused() =>
        (await Should.ThrowAsync<OpsException>(async () => await new Eraser((await ErasureWorld.CreateAsync()).Bench.Blobs, new Testing.InMemoryStateStore(), new Jobs.FakeRegistry(), new Testing.ManualTime())
            .RunAsync(new ErasureWorld().Bench.Engagement, "Zoé Canari"))).Kind.ShouldBe(FailureKind.WrongUsage);

    private static async Task<string> FiguresAsync(ErasureWorld world)
    {
        var lines = new List<string>();
        foreach (var type in new[] { FactType.Contact, FactType.Deal, FactType.SurveyResponse, FactType.Ticket })
        {
            var records = await world.Bench.ReadAsync(type);
            lines.Add($"{type} {records.Count} " + string.Join(' ', records.OrderBy(record => record.Key).Select(record =>
                $"{record.State}:{string.Join(',', record.Schema.Fields.Where(field => field.Kind is FieldKind.Number or FieldKind.Flag).Select(field => record.FindNumberOrFlag(field)))}")));
        }

        return string.Join('\n', lines);
    }
}

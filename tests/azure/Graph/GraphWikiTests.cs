using System.Text;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Engagements;
using OpsAutomation.GraphEmulator;
using OpsAutomation.GraphEmulator.Drives;
using OpsAutomation.Publishing;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphWikiTests : IAsyncLifetime
{
    private const string Site = "contoso.sharepoint.com:/sites/lumen";
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private static readonly PublishingTarget Target = new() { Id = "share", Drive = new(null, Site, "Ops/Procédures", false) };

    private readonly SteppingTime clock = new();
    private Emulator emulator = null!;
    private GraphClients clients = null!;

    private GraphWiki Wiki => new(clients);

    private StoredDrive Drive => emulator.Drives.Of(Site);

    public async ValueTask InitializeAsync()
    {
        emulator = await Emulator.StartAsync(new(), clock);
        clients = new(new() { Endpoint = emulator.Endpoint, TenantId = "lumen.example", TimeoutSeconds = 20 }, new InMemoryStateStore(), clock);
        _ = Drive;
    }

    public async ValueTask DisposeAsync()
    {
        clients.Dispose();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_made_in_its_folder_and_replaced_in_place()
    {
        var made = (await Wiki.CreateAsync(Lumen, Target, Page("one")))!;
        var replaced = (await Wiki.ReplaceAsync(Lumen, Target, made, Page("two")))!;

        Text("Ops/Procédures/fr/sop-incident.docx").ShouldBe("two");
        replaced.Id.ShouldBe(made.Id);
        (await Wiki.FindAsync(Lumen, Target, made.Id)).ShouldBe(replaced);
        made.Url.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_that_people_changed_is_neither_replaced_nor_taken_for_ours()
    {
        var made = (await Wiki.CreateAsync(Lumen, Target, Page("one")))!;
        Drive.Put("Ops/Procédures/fr/sop-incident.docx", "by hand"u8.ToArray());

        (await Wiki.ReplaceAsync(Lumen, Target, made, Page("two"))).ShouldBeNull();
        var found = (await Wiki.FindAsync(Lumen, Target, made.Id))!;
        found.Mark.Equals(made.Mark, StringComparison.Ordinal).ShouldBeFalse();
        (await Wiki.IsOursAsync(Lumen, Target, found, [Page("one").Hash])).ShouldBeFalse();
        Text("Ops/Procédures/fr/sop-incident.docx").ShouldBe("by hand");
    }

    [Fact]
    public async Task A_file_whose_making_was_not_recorded_is_found_again_and_another_persons_is_not_taken()
    {
        await Wiki.CreateAsync(Lumen, Target, Page("one"));
        (await Wiki.CreateAsync(Lumen, Target, Page("one"))).ShouldNotBeNull();

        Drive.Put("Ops/Procédures/fr/raci.docx", "by hand"u8.ToArray());
        (await Wiki.CreateAsync(Lumen, Target, Page("one", "fr/raci.docx"))).ShouldBeNull();
        Text("Ops/Procédures/fr/raci.docx").ShouldBe("by hand");
    }

    [Fact]
    public async Task A_large_file_goes_in_pieces_and_is_replaced_by_its_tag()
    {
        var large = new string('a', 9_000_000);
        var made = (await Wiki.CreateAsync(Lumen, Target, Page(large)))!;
        Drive.Read("Ops/Procédures/fr/sop-incident.docx")!.Length.ShouldBe(9_000_000);

        var replaced = (await Wiki.ReplaceAsync(Lumen, Target, made, Page(large + "b")))!;
        (replaced.Id, Drive.Read("Ops/Procédures/fr/sop-incident.docx")!.Length).ShouldBe((made.Id, 9_000_001));
        (await Wiki.ReplaceAsync(Lumen, Target, made, Page(large))).ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_file_is_gone_and_removing_it_again_is_no_error()
    {
        var made = (await Wiki.CreateAsync(Lumen, Target, Page("one")))!;

        await Wiki.RemoveAsync(Lumen, Target, made);
        await Wiki.RemoveAsync(Lumen, Target, made);

        (await Wiki.FindAsync(Lumen, Target, made.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_drive_that_is_not_there_is_refused_with_what_to_check()
    {
        var other = Target with { Drive = Target.Drive! with { Site = "contoso.sharepoint.com:/sites/none" } };

        var failure = await Should.ThrowAsync<OpsException>(() => Wiki.CreateAsync(Lumen, other, Page("one")));

        (failure.Kind, failure.Text.En.Contains("docs/publishing.md", StringComparison.Ordinal)).ShouldBe((FailureKind.Refused, true));
    }

    private static PageContent Page(string text, string key = "fr/sop-incident.docx")
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(key, "Incident", Language.French, bytes, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    private string Text(string path) => Encoding.UTF8.GetString(Drive.Read(path)!);
}

using OpsAutomation.Documents;

namespace OpsAutomation.Core.Tests.Jobs;

public sealed class BrokenTemplateJobTests
{
    [Fact]
    public async Task A_broken_template_fails_its_document_for_good_with_the_place_and_the_others_are_written()
    {
        var world = new JobWorld().WithLumen("documents:\n  kinds: [status-30-60-90, raci]\n" + JobWorld.Recipient());
        await world.Blobs.WriteAsync(JobWorld.Lumen, "templates/fr/raci.md", (stream, token) => stream.WriteAsync("---\ntitle: RACI\n---\n\n{{#each raci.rows}}\n{{proces}}\n"u8.ToArray(), token).AsTask());

        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals(1000));
        await world.DrainAsync();

        var reasons = new List<LocalizedText>();
        await foreach (var letter in world.Box.ListAsync(JobWorld.Lumen))
            reasons.Add(letter.Reason);
        reasons.ShouldHaveSingleItem().En.ShouldContain("Template templates/fr/raci.md, line 6, \"{{proces}}\": there is no such value or helper: did you mean process?");
        reasons[0].Fr.ShouldContain("Modèle templates/fr/raci.md, ligne 6, «\u00a0{{proces}}\u00a0»");
        var store = new DocumentStore(world.Blobs, world.State);
        (await store.FindAsync(JobWorld.Lumen, "raci", Language.French)).ShouldBeNull();
        (await store.FindAsync(JobWorld.Lumen, "status-30-60-90", Language.French)).ShouldNotBeNull();
        var written = new List<string>();
        await foreach (var blob in world.Blobs.ListAsync(JobWorld.Lumen, "documents/"))
            written.Add(blob.Path);
        written.ShouldNotContain(path => path.Contains("/raci/", StringComparison.Ordinal));
    }
}

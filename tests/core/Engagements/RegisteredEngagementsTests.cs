using OpsAutomation.Engagements;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Engagements;

public sealed class RegisteredEngagementsTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private readonly InMemoryRegistry registry = new();
    private readonly ReadEngagements known = new();

    [Fact]
    public async Task A_text_is_read_once_and_again_when_it_has_changed()
    {
        registry[Lumen] = Yaml("Lumen");
        var first = await FindAsync();

        (await FindAsync()).ShouldBeSameAs(first);
        registry[Lumen] = Yaml("Lumière");
        (await FindAsync())!.Name.ShouldBe("Lumière");
        registry[Lumen] = Yaml("Lumen");
        (await FindAsync())!.Name.ShouldBe("Lumen");
    }

    [Fact]
    public async Task A_text_with_errors_is_refused_whatever_was_read_before()
    {
        registry[Lumen] = Yaml("Lumen");
        await FindAsync();
        registry[Lumen] = "id: lumen";

        for (var attempt = 0; attempt < 2; attempt++)
            (await Should.ThrowAsync<OpsException>(FindAsync)).Kind.ShouldBe(FailureKind.Refused);
    }

    private static string Yaml(string name) => $"{{id: lumen, name: {name}, locale: fr-FR, start: 2025-12-01}}";

    private Task<Engagement?> FindAsync() => new RegisteredEngagements(registry, known).FindAsync(Lumen);
}

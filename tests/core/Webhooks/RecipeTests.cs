using System.Text.RegularExpressions;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

/// <summary>What docs/recipes-zapier-make.md tells people to enter does what it says.</summary>
public sealed partial class RecipeTests
{
    [Fact]
    public async Task Each_recipe_does_what_it_says()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "recipes-zapier-make.md"));
        var recipes = Recipe().Matches(text).Select(match => (Yaml: match.Groups["yaml"].Value, Body: match.Groups["json"].Value)).ToList();
        recipes.Count.ShouldBe(4);

        var outcomes = new List<string>();
        foreach (var (yaml, body) in recipes)
        {
            var world = new WebhookWorld();
            var file = "id: lumen\nname: Atelier\nlocale: fr-FR\nstart: 2025-12-01\n" + yaml;
            world.Registry[WebhookWorld.Lumen] = file;
            world.Time.Advance(Duration.FromHours(12));
            var headers = WebhookWorld.Headers(("Authorization", "Bearer token-lumen-zapier"), ("webhook-id", "recipe-1"));
            (await world.PostAsync("zapier", body, headers)).Status.ShouldBe(202);
            (await world.PostAsync("zapier", body, headers)).Status.ShouldBe(202);
            await world.DrainAsync();

            var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
            outcomes.Add($"{delivery.Types[0]} {delivery.Outcome}");
            if (delivery.Outcome == WebhookOutcome.Kept)
                WebhookEvents.IsAskedFor(EngagementReader.Read(new("a.yaml", file)), delivery.Types[0]).ShouldBeTrue();
        }

        outcomes.ShouldBe(["drive.file Applied", "mail.labelled Applied", "sheet.cash Applied", "notion.reminders-live Kept"]);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OpsAutomation.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```.*?```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Recipe();
}

using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Mornings;

namespace OpsAutomation.Core.Tests.Pulls;

public class SourceProblemTests
{
    [Fact]
    public async Task The_morning_list_names_a_source_that_cannot_be_pulled_until_it_works_again()
    {
        var world = new PullWorld("  - {id: files, name: Exports du CRM, from: drive, drive: d}");
        world.Drive.Fault = _ => OpsException.Refused("Give Sites.Selected.", "Donnez Sites.Selected.");
        await world.RunAsync();
        var engagement = (await new RegisteredEngagements(world.World.Registry).FindAsync(PullWorld.Lumen))!;
        var mornings = new MorningReader(world.World.Blobs, world.World.State, world.World.Mailer, world.World.Box, world.World.Time);

        var item = (await mornings.ReadAsync(engagement, Locale.FrFr)).Single(item => item.Id == "source/files");
        (item.Urgency, item.What).ShouldBe((MorningUrgency.Blocked, "Exports du CRM\u00a0: Donnez Sites.Selected."));

        world.Drive.Fault = null;
        await world.RunAsync();
        (await mornings.ReadAsync(engagement, Locale.FrFr)).ShouldNotContain(item => item.Id == "source/files");
    }
}

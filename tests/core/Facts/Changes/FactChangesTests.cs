using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Core.Tests.Facts.Changes;

public sealed class FactChangesTests
{
    [Fact]
    public async Task Every_day_that_one_delivery_tells_of_is_kept_however_many_they_are()
    {
        var deals = new ToldDeals();
        var changes = Enumerable.Range(1, 90).Select(day => ToldDeals.At(day).Set(DealFields.Amount, day)).ToArray();
        await deals.TellAsync(changes);
        var told = (await new FactChanges(deals.Imports.State).ReadDaysAsync(FactImports.Engagement, default))[(FactType.Deal, "hubspot")];
        (told.First, told.Last).ShouldBe((changes[0].Time.Date, changes[^1].Time.Date));
    }
}

using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class HubSpotTests
{
    [Fact]
    public void English_deals_are_recognised_and_converted()
    {
        var deals = MappedTable.Of("""
            Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Last Activity Date,Associated Company IDs (Primary)
            27217.0,Alpha,Closed Won,Sales,12500.50,2024-03-31 23:30,2024-01-02 09:00,Ann,2024-03-30 10:00,77
            27218,Beta,closedlost,Sales,,2024-04-02,2024-01-03 09:00,Bob,,
            """);

        deals.Mapping.Profile.ShouldBe("hubspot.deals");
        deals.Mapping.KeyNamespace.ShouldBe("hubspot");
        deals.Ids.ShouldBe(["27217", "27218"]);
        deals[0].FindText(DealFields.Status).ShouldBe("won");
        deals[0].GetNumber(DealFields.Amount).ShouldBe(12500.50m);
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 3, 31));
        deals[1].FindText(DealFields.Status).ShouldBe("lost");
        deals[1].Has(DealFields.Amount).ShouldBeFalse();
        deals[1].FindTime(DealFields.Closed)!.Value.HasTime.ShouldBeFalse();
    }

    [Fact]
    public void French_deals_keep_the_headers_that_stay_English()
    {
        var deals = MappedTable.Of("""
            ID de fiche d’informations;Nom de la transaction;Phase de la transaction;Pipeline;Montant;Date de fermeture;Date de création;Propriétaire de la transaction;Associated Company (Primary)
            1;Alpha;Fermé gagné;Ventes;12 500,50;31/03/2024;02/01/2024;Anne;Lumen
            2;Beta;Fermé perdu;Ventes;800;02/04/2024;03/01/2024;Bruno;Orion
            """);

        deals.Mapping.Profile.ShouldBe("hubspot.deals");
        deals[0].GetNumber(DealFields.Amount).ShouldBe(12500.50m);
        deals[0].FindText(DealFields.Company).ShouldBe("Lumen");
        deals[0].FindText(DealFields.Status).ShouldBe("won");
        deals[1].FindText(DealFields.Status).ShouldBe("lost");
        deals[1].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 4, 2));
        deals.Column("Montant").DecimalMark.ShouldBe(',');
        deals.Column("Date de fermeture").DateOrder.ShouldBe("dmy");
    }
}

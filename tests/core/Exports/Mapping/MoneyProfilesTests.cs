using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class MoneyProfilesTests
{
    private const string FecHeader = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise";

    [Fact]
    public void Stripe_payments_take_the_converted_amounts()
    {
        var payments = MappedTable.Of("id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Fee,Status\nch_1,2024-01-31 23:30,100.00,0.00,usd,true,92.50,0.00,eur,3.20,Paid\nch_2,2024-01-31 10:00,50.00,50.00,eur,true,50.00,50.00,eur,1.20,Refunded\nch_3,2024-01-31 10:00,50.00,0.00,eur,false,50.00,0.00,eur,0,Failed\n");
        payments.Mapping.Profile.ShouldBe("stripe.payments");
        payments[0].GetNumber(PaymentFields.Amount).ShouldBe(92.50m);
        payments[0].FindText(PaymentFields.Currency).ShouldBe("EUR");
        payments[0].FindTime(PaymentFields.Date)!.Value.Date.ShouldBe(new LocalDate(2024, 2, 1));
        payments[1].GetNumber(PaymentFields.Refunded).ShouldBe(50m);
        payments.Facts.Select(payment => payment.FindText(PaymentFields.Status)).ShouldBe(["succeeded", "succeeded", "failed"]);
        payments.Facts.ShouldAllBe(payment => payment.FindText(PaymentFields.Kind) == "charge");
    }

    [Fact]
    public void Older_stripe_payments_are_known_too()
    {
        var payments = MappedTable.Of("id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Status\nch_1,Order,Payment complete.,2024-01-31 10:00,100.00,0.00,usd,Paid\n");
        payments.Mapping.Profile.ShouldBe("stripe.payments");
        payments[0].FindText(PaymentFields.Currency).ShouldBe("USD");
    }

    [Fact]
    public void Stripe_balance_rows_are_told_apart_by_their_category()
    {
        var payments = MappedTable.Of("balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category\ntxn_1,2024-01-31 10:00:00,2024-02-02 00:00:00,eur,100.00,3.20,96.80,charge\ntxn_2,2024-01-31 11:00:00,2024-02-02 00:00:00,eur,-40.00,0.00,-40.00,refund\ntxn_3,2024-02-01 11:00:00,2024-02-02 00:00:00,eur,-56.80,0.00,-56.80,payout\ntxn_4,2024-02-01 11:00:00,2024-02-02 00:00:00,eur,-1.00,0.00,-1.00,fee\n");
        payments.Mapping.Profile.ShouldBe("stripe.balance");
        payments.Facts.Select(payment => payment.FindText(PaymentFields.Kind)).ShouldBe(["charge", "refund", "payout", "fee"]);
        payments[1].GetNumber(PaymentFields.Amount).ShouldBe(-40m);
    }

    [Fact]
    public void Stripe_subscriptions_multiply_the_price_and_know_trials()
    {
        var subscriptions = MappedTable.Of("id,Customer ID,Plan,Quantity,Currency,Interval,Amount,Status,Start (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC)\nsub_1,cus_1,Pro,3,eur,month,20.00,active,2024-01-01 10:00,,,\nsub_2,cus_2,Pro,1,eur,year,240.00,canceled,2023-01-01 10:00,,2024-01-05 10:00,2024-01-31 10:00\nsub_3,cus_3,Pro,1,eur,month,20.00,trialing,2024-01-01 10:00,2024-02-01 10:00,,\n");
        subscriptions.Mapping.Profile.ShouldBe("stripe.subscriptions");
        subscriptions[0].GetNumber(SubscriptionFields.Amount).ShouldBe(60m);
        subscriptions[1].GetNumber(SubscriptionFields.IntervalMonths).ShouldBe(12m);
        subscriptions.Facts.Select(subscription => subscription.FindText(SubscriptionFields.Status)).ShouldBe(["active", "cancelled", "trial"]);
    }

    [Fact]
    public void Fec_lines_know_their_company_their_year_and_their_openings()
    {
        var entries = MappedTable.Of($"{FecHeader}\nAN\tA nouveaux\t1\t20240101\t512000\tBanque\t\t\tAN\t20240101\tA NOUVEAU\t000000000001437,12\t0,00\t\t\t\t\t\nVE\tVentes\t2\t20240215\t706000\tPrestations\t\t\tF1\t20240215\tFacture\t0,00\t12,50\t\t\t20240215\t\t\n", name: "123456789FEC20241231.txt");
        entries.Mapping.Profile.ShouldBe("fec");
        entries[0].GetNumber(LedgerEntryFields.Debit).ShouldBe(1437.12m);
        entries[0].FindFlag(LedgerEntryFields.Opening).ShouldBe(true);
        entries[1].FindFlag(LedgerEntryFields.Opening).ShouldBe(false);
        entries[1].FindText(LedgerEntryFields.Siren).ShouldBe("123456789");
        entries[1].FindText(LedgerEntryFields.FiscalYear).ShouldBe("2024-12-31");
        entries[1].FindTime(LedgerEntryFields.Date)!.Value.Date.ShouldBe(new LocalDate(2024, 2, 15));
    }

    [Fact]
    public void A_fec_may_give_an_amount_and_its_side()
    {
        var header = FecHeader.Replace("Debit\tCredit", "Montant\tSens", StringComparison.Ordinal);
        var entries = MappedTable.Of($"{header}\nVE\tVentes\t2\t20240215\t706000\tPrestations\t\t\tF1\t20240215\tFacture\t12,50\tC\t\t\t20240215\t\t\nVE\tVentes\t2\t20240215\t411000\tClients\t\t\tF1\t20240215\tFacture\t12,50\t+1\t\t\t20240215\t\t\nVE\tVentes\t3\t20240215\t411000\tClients\t\t\tF1\t20240215\tFacture\t12,50\t?\t\t\t20240215\t\t\n");
        entries[0].GetNumber(LedgerEntryFields.Credit).ShouldBe(12.50m);
        entries[1].GetNumber(LedgerEntryFields.Debit).ShouldBe(12.50m);
        entries[0].FindText(LedgerEntryFields.FiscalYear).ShouldBe("2024-12-31");
        entries.Rejections.ShouldHaveSingleItem().ReasonCode.ShouldBe("side-unknown");
    }

    [Theory]
    [InlineData("Account;Date;Debit;Credit;Label")]
    [InlineData("N° de compte;Date d'écriture;Débit;Crédit;Libellé")]
    public void Other_ledgers_are_mapped_by_their_headers(string header)
    {
        var entries = MappedTable.Of($"{header}\n706000;13/01/2024;;1 200,50;Facture\n411000;13/01/2024;1 200,50;;Facture\n");
        entries.Mapping.Fact.ShouldBe(FactType.LedgerEntry);
        entries[0].GetNumber(LedgerEntryFields.Credit).ShouldBe(1200.50m);
        entries[0].GetNumber(LedgerEntryFields.Debit).ShouldBe(0m);
    }

    [Fact]
    public void Quickbooks_profit_and_loss_counts_each_account_once()
    {
        var entries = MappedTable.Of("Lumen Inc.,\nProfit and Loss,\n\"January - December, 2024\",\n,\nDistribution account,Total\nIncome,\n   Design income,\"$2,000,000.00\"\n   Total for Income,\"$2,000,000.00\"\nCost of Goods Sold,\n   Supplies,\"$500,000.00\"\n   Total for Cost of Goods Sold,\"$500,000.00\"\nGross Profit,\"$1,500,000.00\"\nExpenses,\n   Rent,\"$120,000.00\"\n   Total for Expenses,\"$120,000.00\"\nNet Income,\"$1,380,000.00\"\n", MappedTable.American);
        entries.Mapping.Profile.ShouldBe("quickbooks.profit-and-loss");
        entries.Facts.Select(entry => (entry.FindText(LedgerEntryFields.Account), entry.GetNumber(LedgerEntryFields.Credit) - entry.GetNumber(LedgerEntryFields.Debit)))
            .ShouldBe([("70", 2_000_000m), ("60", -500_000m), ("61", -120_000m)]);
        entries[0].FindTime(LedgerEntryFields.Date)!.Value.Date.ShouldBe(new LocalDate(2024, 12, 31));
    }

    [Fact]
    public void Xero_profit_and_loss_is_dated_by_its_column()
    {
        var entries = MappedTable.Of("Profit and Loss,\nLumen Ltd,\nFor the year ended 31 December 2024,\n,\nAccount,31 Dec 2024\nTrading Income,\nSales,\"10,000.00\"\nTotal Trading Income,\"10,000.00\"\nOperating Expenses,\nRent,\"1,200.00\"\nTotal Operating Expenses,\"1,200.00\"\nNet Profit,\"8,800.00\"\n", MappedTable.American);
        entries.Mapping.Profile.ShouldBe("xero.profit-and-loss");
        entries.Facts.Select(entry => entry.FindText(LedgerEntryFields.Account)).ShouldBe(["70", "61"]);
        entries[0].FindTime(LedgerEntryFields.Date)!.Value.Date.ShouldBe(new LocalDate(2024, 12, 31));
        entries.Ids[0].ShouldBe("2024-12-31/70/Sales");
    }

    [Fact]
    public void Xero_profit_and_loss_is_read_where_headings_have_a_single_cell()
    {
        var entries = MappedTable.Of("Profit and Loss\nDemo Company\nFor the month ended 31 March 2024\n\nAccount,Mar 2024\n\nTrading Income\nSales,\"10,000.00\"\nTotal Trading Income,\"10,000.00\"\n\nCost of Sales\nPurchases,\"2,000.00\"\nTotal Cost of Sales,\"2,000.00\"\n\nGross Profit,\"8,000.00\"\n\nOperating Expenses\nRent,\"1,000.00\"\nTotal Operating Expenses,\"1,000.00\"\n\nNet Profit,\"7,000.00\"\n");
        entries.Mapping.Profile.ShouldBe("xero.profit-and-loss");
        entries.Facts.Select(entry => entry.FindText(LedgerEntryFields.Account)).ShouldBe(["70", "60", "61"]);
    }
}

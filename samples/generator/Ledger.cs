using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>The books of the story: sales, purchases, pay and bank, in balanced entries of the French chart of accounts.</summary>
internal sealed class Ledger
{
    private const decimal VatRate = 0.20m;
    private readonly List<LedgerLine> lines = [];
    private int entry;

    public static IReadOnlyList<LedgerLine> Keep(Story story, LocalDate to)
    {
        var ledger = new Ledger();
        ledger.Post("AN", Story.First, "A-NOUVEAUX", "A nouveaux", ("512000", "Banque", 46_400m), ("101000", "Capital", -30_000m), ("110000", "Report à nouveau", -16_400m));
        var closing = Story.First.PlusYears(1).PlusDays(-1);
        ledger.PostYear(story, Story.First, closing);
        ledger.CarryForward(closing.PlusDays(1));
        ledger.PostYear(story, closing.PlusDays(1), to);
        return ledger.lines;
    }

    private void PostYear(Story story, LocalDate from, LocalDate to)
    {
        var entries = new List<(LocalDate Day, Action Post)>();
        foreach (var invoice in story.Invoices)
        {
            var vat = decimal.Round(invoice.Net * VatRate, 2);
            entries.Add((invoice.Date, () => Post("VE", invoice.Date, invoice.Number, "Facture " + invoice.Number,
                ("411000", "Clients", invoice.Net + vat), ("706000", "Prestations de services", -invoice.Net), ("445710", "TVA collectée", -vat))));
            if (invoice.Paid is { } paid)
                entries.Add((paid, () => Post("BQ", paid, invoice.Number, "Règlement " + invoice.Number, ("512000", "Banque", invoice.Net + vat), ("411000", "Clients", -invoice.Net - vat))));
            var material = decimal.Round(invoice.Net * 0.28m, 2);
            var bought = invoice.Date.PlusDays(-6);
            var tax = decimal.Round(material * VatRate, 2);
            entries.Add((bought, () => Post("AC", bought, "A" + invoice.Number, "Matières " + invoice.Number,
                ("601000", "Achats de matières premières", material), ("445660", "TVA déductible", tax), ("401000", "Fournisseurs", -material - tax))));
            var settled = bought.PlusDays(30);
            entries.Add((settled, () => Post("BQ", settled, "A" + invoice.Number, "Règlement fournisseur", ("401000", "Fournisseurs", material + tax), ("512000", "Banque", -material - tax))));
        }

        for (var month = 0; month < 12; month++)
        {
            var first = from.PlusMonths(month);
            var end = first.PlusMonths(1).PlusDays(-1);
            entries.Add((end, () => Post("OD", end, "PAIE", "Salaires", ("641000", "Rémunérations du personnel", 9_800m), ("645000", "Charges sociales", 4_100m), ("421000", "Personnel", -13_900m))));
            entries.Add((end, () => Post("BQ", end, "PAIE", "Virement salaires", ("421000", "Personnel", 13_900m), ("512000", "Banque", -13_900m))));
            var rent = first.PlusDays(4);
            entries.Add((rent, () => Post("BQ", rent, "LOYER", "Loyer", ("613200", "Locations immobilières", 1_850m), ("512000", "Banque", -1_850m))));
        }

        foreach (var (day, post) in entries.Where(item => item.Day >= from && item.Day <= to).OrderBy(item => item.Day))
            post();
    }

    private void CarryForward(LocalDate first)
    {
        var balances = lines.GroupBy(line => (line.Account, line.AccountLabel))
            .Select(group => (group.Key.Account, group.Key.AccountLabel, Amount: group.Sum(line => line.Debit - line.Credit)))
            .ToList();
        var result = balances.Where(item => item.Account[0] is '6' or '7').Sum(item => item.Amount);
        var opening = balances.Where(item => item.Account[0] is >= '1' and <= '5' && item.Amount != 0).OrderBy(item => item.Account, StringComparer.Ordinal)
            .Append(("120000", "Résultat de l'exercice", result));
        Post("AN", first, "A-NOUVEAUX", "A nouveaux", [.. opening]);
    }

    private void Post(string journal, LocalDate date, string piece, string label, params (string Account, string Label, decimal Amount)[] parts)
    {
        entry++;
        foreach (var (account, accountLabel, amount) in parts)
        {
            lines.Add(new LedgerLine(journal, entry.ToString("00000"), date, account, accountLabel, piece, label,
                amount > 0 ? amount : 0m, amount < 0 ? -amount : 0m));
        }
    }
}

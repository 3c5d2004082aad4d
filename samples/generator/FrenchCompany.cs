using System.Text;
using System.Text.Json;
using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>Studio Maréva, agencement et signalétique à Lyon: HubSpot and Trello in French, an invoice sheet, a FEC, Typeform, a readings sheet.</summary>
public static class FrenchCompany
{
    // Not a SIREN that exists: its check digit is wrong.
    private const string Siren = "900000001";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly StoryWords Words = new(
        ["Boulangeries Armand", "Clinique des Tilleuls", "Hôtel du Parc", "Cinéma Le Royal", "Caves Perrin", "Lycée Jean-Macé", "Librairie L'Escale", "Groupe Sorel", "Pharmacie Centrale", "Mutuelle Alpha", "Café Bellecour", "Ateliers Noé"],
        ["Agencement", "Signalétique", "Enseigne", "Comptoir d'accueil", "Rénovation de vitrine"],
        ["Inès Caron", "Marc Duteil"],
        ["Paul Girod", "Lina Ferrand", "Samir Benali"],
        ["Prix", "Délai", "Projet abandonné", "Concurrent", "Sans réponse"],
        ["Relevé de mesures", "Plan à valider par le client", "Fabrication", "Pose"],
        ["Finition à reprendre", "Éclairage en panne", "Question de facture", "Demande de plan", "Livraison à décaler"],
        ["Finition", "Éclairage", "Facturation", "Plans", "Livraison"]);

    public static IEnumerable<SampleFile> Files()
    {
        var story = Story.Tell(20261116, Words);
        yield return new("fr/hubspot-transactions.csv", Deals(story));
        yield return new("fr/hubspot-tickets.csv", Tickets(story));
        yield return new("fr/factures.csv", Invoices(story));
        yield return new("fr/trello-production.json", Board(story));
        var closing = Story.First.PlusYears(1).PlusDays(-1);
        yield return new($"fr/{Siren}FEC{closing.As("uuuuMMdd")}.txt", Fec(story, Story.First, closing));
        yield return new($"fr/{Siren}FEC{closing.PlusYears(1).As("uuuuMMdd")}.txt", Fec(story, closing.PlusDays(1), closing.PlusYears(1)));
        yield return new("fr/typeform-nps.csv", Survey(story));
        yield return new("fr/saisies.csv", Readings());
    }

    private static byte[] Deals(Story story)
    {
        var table = new Table(',', newLine: "\n").Row(
            "ID de fiche d'informations", "Nom de la transaction", "Phase de la transaction", "Pipeline", "Montant", "Date de fermeture", "Date de création",
            "Propriétaire de la transaction", "Date de la dernière activité", "Raison de la perte", "Probabilité de la transaction");
        foreach (var deal in story.Deals)
        {
            var (stage, probability) = deal.End switch
            {
                DealEnd.Won => ("Gagnée", "1.0"),
                DealEnd.Lost => ("Perdue", "0.0"),
                _ => (deal.Amount > 6_000m ? "Proposition envoyée" : "Rendez-vous planifié", deal.Amount > 6_000m ? "0.6" : "0.3"),
            };
            table.Row(deal.Id, deal.Name, stage, "Ventes", deal.Amount.Plain(), deal.Closed.As("uuuu-MM-dd HH:mm"), deal.Created.As("uuuu-MM-dd HH:mm"),
                deal.Owner, deal.LastActivity.As("uuuu-MM-dd HH:mm"), deal.LossReason, probability);
        }

        return table.Bytes(new UTF8Encoding(true));
    }

    private static byte[] Tickets(Story story)
    {
        var table = new Table(',', newLine: "\n").Row(
            "ID de fiche d'informations", "Nom du ticket", "Statut du ticket", "Pipeline", "Catégorie", "Priorité", "Source", "Date de création", "Date de fermeture", "Propriétaire du ticket", "Entreprise associée");
        foreach (var ticket in story.Tickets)
        {
            table.Row(ticket.Id, ticket.Subject, ticket.Closed is null ? "En attente" : "Fermé", "Support", ticket.Topic, "Moyenne", "E-mail",
                ticket.Opened.As("uuuu-MM-dd HH:mm"), ticket.Closed?.As("uuuu-MM-dd HH:mm"), ticket.Owner, ticket.Customer);
        }

        return table.Bytes(new UTF8Encoding(true));
    }

    private static byte[] Invoices(Story story)
    {
        var table = new Table(';')
            .Line("Studio Maréva;;;;;;;")
            .Line("Factures clients au 15/11/2026;;;;;;;")
            .Line("")
            .Row("N° facture", "Date", "Client", "Objet", "Montant HT", "Échéance", "Date de règlement", "Statut");
        foreach (var invoice in story.Invoices)
        {
            table.Row(invoice.Number, invoice.Date.As("dd/MM/uuuu"), invoice.Customer, invoice.Item, invoice.Net.French(),
                invoice.Due.As("dd/MM/uuuu"), invoice.Paid.As("dd/MM/uuuu"), invoice.Paid is null ? "À régler" : "Réglée");
        }

        // What a hand-kept sheet holds too: three lines that cannot be used, and a total.
        table.Row("F-AV1", "31/02/2026", "Hôtel du Parc", "Avoir", "-150,00", "", "", "À régler");
        table.Row("F-AV2", "à préciser", "Caves Perrin", "Acompte", "1 200,00", "", "", "À régler");
        table.Row("F-AV3", "12/10/2026", "Café Bellecour", "Enseigne", "voir devis", "11/11/2026", "", "À régler");
        table.Row("Total", "", "", "", story.Invoices.Sum(invoice => invoice.Net).French(), "", "", "");
        return table.Bytes(Encoding.GetEncoding(1252));
    }

    private static byte[] Fec(Story story, LocalDate from, LocalDate to)
    {
        var table = new Table('\t').Row(
            "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate",
            "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise");
        foreach (var line in Ledger.Keep(story, new LocalDate(2026, 10, 31)).Where(line => line.Date >= from && line.Date <= to))
        {
            var date = line.Date.As("uuuuMMdd");
            table.Row(line.Journal, JournalName(line.Journal), line.Entry, date, line.Account, line.AccountLabel, "", "", line.Piece, date,
                line.Label, line.Debit.Fec(), line.Credit.Fec(), "", "", date, "", "");
        }

        return table.Bytes(new UTF8Encoding(false));
    }

    private static string JournalName(string code) => code switch
    {
        "AN" => "A nouveaux",
        "VE" => "Ventes",
        "AC" => "Achats",
        "BQ" => "Banque",
        _ => "Opérations diverses",
    };

    private static byte[] Board(Story story)
    {
        var recent = story.Tasks.Where(task => task.Created > new LocalDate(2026, 5, 1)).ToList();
        var cards = recent.Select(task => new
        {
            id = CardId(task),
            name = task.Name,
            idList = task.Done is null ? "list-doing" : "list-done",
            closed = false,
            due = task.Due.As("uuuu-MM-dd") + "T16:00:00.000Z",
            dueComplete = task.Done is not null,
            start = (string?)null,
            dateLastActivity = (task.Done ?? task.Created).As("uuuu-MM-dd") + "T15:00:00.000Z",
            idMembers = new[] { "member-" + Array.IndexOf(Words.Makers, task.Owner) },
            labels = Array.Empty<object>(),
            customFieldItems = new[] { new { idCustomField = "field-hours", value = new { number = task.Hours.ToString() } } },
        });
        var done = recent.Where(task => task.Done is not null).OrderByDescending(task => task.Done).Take(600).Select(task => new
        {
            type = "updateCard",
            date = task.Done.As("uuuu-MM-dd") + "T15:00:00.000Z",
            data = (object)new { card = new { id = CardId(task), dueComplete = true }, old = new { dueComplete = false } },
        });
        var board = new
        {
            id = "64a000000000000000000001",
            name = "Production",
            actions = done,
            cards,
            lists = new[] { new { id = "list-doing", name = "En cours", closed = false }, new { id = "list-done", name = "Terminé", closed = false } },
            members = Words.Makers.Select((name, index) => new { id = "member-" + index, fullName = name }),
            checklists = Array.Empty<object>(),
            customFields = new[] { new { id = "field-hours", name = "Heures estimées", type = "number" } },
        };
        return JsonSerializer.SerializeToUtf8Bytes(board, Readable);
    }

    /// <summary>A card's id begins with the second of its creation, in hexadecimal.</summary>
    private static string CardId(StoryTask task)
    {
        var created = task.Created.At(new LocalTime(8, 30)).InUtc().ToInstant().ToUnixTimeSeconds();
        return created.ToString("x8") + "00000000000" + task.Id;
    }

    private static byte[] Survey(Story story)
    {
        var table = new Table(',', newLine: "\n").Row("#", "Recommanderiez-vous Studio Maréva à un confrère ?", "Pourquoi ?", "Start Date (UTC)", "Submit Date (UTC)", "Network ID");
        foreach (var answer in story.Answers)
            table.Row(answer.Id, answer.Score.ToString(), "", answer.Given.As("uuuu-MM-dd HH:mm:ss"), answer.Given.PlusMinutes(2).As("uuuu-MM-dd HH:mm:ss"), answer.Id + "n");
        return table.Bytes(new UTF8Encoding(false));
    }

    private static byte[] Readings()
    {
        var table = new Table(';').Row("indicateur", "date", "valeur", "note", "par");
        decimal[] balances = [131_250m, 128_900m, 133_400m, 130_400m, 126_300m];
        for (var week = 0; week < balances.Length; week++)
            table.Row("finance.cash", new LocalDate(2026, 10, 16).PlusWeeks(week).As("dd/MM/uuuu"), balances[week].French(), "Relevé bancaire", "Nadia Roche");
        return table.Bytes(new UTF8Encoding(true));
    }
}

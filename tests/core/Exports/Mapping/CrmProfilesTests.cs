using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class CrmProfilesTests
{
    [Theory]
    [InlineData("Ticket ID,Ticket name,Ticket status,Pipeline,Create date,Close date,Priority,Source,Ticket owner", "Closed")]
    [InlineData("ID du ticket,Nom du ticket,Statut du ticket,Pipeline,Date de création,Date de fermeture,Priorité,Source,Propriétaire du ticket", "Fermé")]
    public void HubSpot_tickets(string header, string closed)
    {
        var tickets = MappedTable.Of($"{header}\n9,Login,{closed},Support,2024-01-02 09:00,2024-01-03 10:00,High,EMAIL,Ann\n10,Bill,New,Support,2024-01-02 09:00,,Low,CHAT,Ann\n");
        tickets.Mapping.Profile.ShouldBe("hubspot.tickets");
        tickets[0].FindText(TicketFields.Status).ShouldBe("closed");
        tickets[1].FindText(TicketFields.Status).ShouldBe("open");
        tickets[0].FindText(TicketFields.Channel).ShouldBe("EMAIL");
    }

    [Theory]
    [InlineData("Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date,Became a Customer Date,hs_merged_object_ids", "Customer")]
    [InlineData("ID de fiche d'informations,Prénom,Nom de famille,E-mail,Phase du cycle de vie,Date de création,Date de conversion en client,hs_merged_object_ids", "Client")]
    public void HubSpot_contacts(string header, string customer)
    {
        var contacts = MappedTable.Of($"{header}\n1,Ann,Lee,Ann@Example.com,{customer},2024-01-02 09:00,2024-02-01 09:00,7;8.0;9\n2,Bob,Roe,b@example.com,Lead,2024-01-02 09:00,,\n");
        contacts.Mapping.Profile.ShouldBe("hubspot.contacts");
        contacts[0].FindFlag(ContactFields.IsCustomer).ShouldBe(true);
        contacts[0].FindText(ContactFields.Email).ShouldBe("ann@example.com");
        contacts[0].FindText(ContactFields.Name).ShouldBe("Ann Lee");
        contacts[1].FindFlag(ContactFields.IsCustomer).ShouldBe(false);
        contacts.Merged[0].ShouldBe(["7", "8", "9"]);
    }

    [Theory]
    [InlineData("Record ID,Company name,Company Domain Name,Industry,Country/Region,Company owner,Create Date")]
    [InlineData("ID de fiche d'informations,Nom de l'entreprise,Nom de domaine de l'entreprise,Secteur d'activité,Pays/Région,Propriétaire de l'entreprise,Date de création")]
    public void HubSpot_companies(string header)
    {
        var companies = MappedTable.Of($"{header}\n1,Lumen,lumen.example,Design,France,Ann,2024-01-02 09:00\n");
        companies.Mapping.Profile.ShouldBe("hubspot.companies");
        companies[0].FindText(CompanyFields.Domain).ShouldBe("lumen.example");
    }

    [Theory]
    [InlineData("Opportunity Owner,Account Name,Opportunity Name,Stage,Created Date,Close Date,Amount Currency,Amount,Amount (converted) Currency,Amount (converted),Probability (%)", "Closed Won")]
    [InlineData("Propriétaire de l'opportunité,Nom du compte,Nom de l'opportunité,Etape,Date de création,Date de clôture,Devise de Montant,Montant,Devise de Montant (converti),Montant (converti),Probabilité (%)", "Fermée gagnée")]
    public void Salesforce_reports_take_the_converted_amount(string header, string won)
    {
        var deals = MappedTable.Of($"{header}\n\"Ann\",\"Lumen\",\"Alpha\",\"{won}\",\"02/01/2024\",\"31/03/2024\",\"USD\",\"100,00\",\"EUR\",\"92,50\",\"100\"\n");
        deals.Mapping.Profile.ShouldBe("salesforce.opportunities");
        deals[0].GetNumber(DealFields.Amount).ShouldBe(92.50m);
        deals[0].FindText(DealFields.Currency).ShouldBe("EUR");
        deals[0].FindText(DealFields.Status).ShouldBe("won");
        deals[0].GetNumber(DealFields.Probability).ShouldBe(100m);
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 3, 31));
    }

    [Theory]
    [InlineData("Case Number,Subject,Status,Case Owner,Date/Time Opened,Date/Time Closed,Case Origin,Account Name", "Closed")]
    [InlineData("Numéro de la requête,Objet,Statut,Propriétaire de la requête,Date/Heure d'ouverture,Date/Heure de fermeture,Origine de la requête,Nom du compte", "Fermée")]
    public void Salesforce_report_cases(string header, string closed)
    {
        var tickets = MappedTable.Of($"{header}\n00001,Login,{closed},Ann,13/01/2024 09:00,14/01/2024 10:30,Web,Lumen\n");
        tickets.Mapping.Profile.ShouldBe("salesforce.cases");
        tickets[0].FindText(TicketFields.Status).ShouldBe("closed");
        tickets[0].FindTime(TicketFields.Closed)!.Value.MillisecondOfDay.ShouldBe(((10 * 60) + 30) * 60_000);
    }

    [Fact]
    public void Data_loader_cases_and_accounts_keep_deleted_and_merged_records_as_such()
    {
        var cases = MappedTable.Of("\"ID\",\"ISDELETED\",\"CASENUMBER\",\"SUBJECT\",\"STATUS\",\"ORIGIN\",\"ISCLOSED\",\"CREATEDDATE\",\"CLOSEDDATE\"\n\"5\",\"true\",\"1\",\"A\",\"New\",\"Web\",\"false\",\"2024-01-31T23:30:00.000Z\",\"\"\n");
        cases.Mapping.Profile.ShouldBe("salesforce.dataloader-case");
        cases[0].State.ShouldBe(RecordState.Deleted);
        cases[0].FindTime(TicketFields.Created)!.Value.Date.ShouldBe(new LocalDate(2024, 2, 1));

        var accounts = MappedTable.Of("\"ID\",\"ISDELETED\",\"MASTERRECORDID\",\"NAME\",\"CREATEDDATE\"\n\"1\",\"false\",\"\",\"Lumen\",\"2024-01-31T10:00:00.000Z\"\n\"2\",\"true\",\"1\",\"Lumen\",\"2024-01-31T10:00:00.000Z\"\n");
        accounts.Mapping.Profile.ShouldBe("salesforce.dataloader-account");
        accounts[0].State.ShouldBe(RecordState.None);
        accounts[1].State.ShouldBe(RecordState.Deleted | RecordState.Merged);
    }

    [Theory]
    [InlineData("Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Status,Deal - Stage,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason", "Won", "Lost", "Open")]
    [InlineData("Affaire - ID,Affaire - Titre,Affaire - Valeur,Affaire - Devise,Affaire - Statut,Affaire - Étape,Affaire - Affaire créée,Affaire - Date de gain,Affaire - Heure de l'échec,Affaire - Raison de la perte", "Gagnée", "Perdue", "Ouverte")]
    public void Pipedrive_deals_close_when_they_were_won_or_lost(string header, string won, string lost, string open)
    {
        var deals = MappedTable.Of(header.Replace(',', ';') + $"\n1;A;12 500,50;EUR;{won};Devis;13/01/2024 09:00;31/01/2024 23:30;;\n2;B;10;EUR;{lost};Devis;13/01/2024 09:00;;01/02/2024 10:00;Prix\n3;C;10;EUR;{open};Devis;13/01/2024 09:00;;;\n");
        deals.Mapping.Profile.ShouldBe("pipedrive.deals");
        deals.Facts.Select(deal => deal.FindText(DealFields.Status)).ShouldBe(["won", "lost", "open"]);
        deals[0].GetNumber(DealFields.Amount).ShouldBe(12500.50m);
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 1, 31));
        deals[1].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 2, 1));
        deals[1].FindText(DealFields.LossReason).ShouldBe("Prix");
        deals[2].Has(DealFields.Closed).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Record Id,Deal Owner.id,Deal Owner,Deal Name,Account Name.id,Account Name,Stage,Amount,Closing Date,Created Time,Modified Time")]
    [InlineData("ID de l'enregistrement,Propriétaire de l'affaire.id,Propriétaire de l'affaire,Nom de l'affaire,Nom du compte.id,Nom du compte,Étape,Montant,Date de clôture,Heure de création,Heure de modification")]
    public void Zoho_deals(string header)
    {
        var deals = MappedTable.Of($"{header}\nzcrm_1,zcrm_9,Ann,Alpha,zcrm_7,Lumen,Closed Won,\"$ 1,250.00\",2024-07-08,2024-07-01 14:56:28,\"Oct 7, 2025 6:55 PM\"\n");
        deals.Mapping.Profile.ShouldBe("zoho.deals");
        deals.Ids.ShouldBe(["zcrm_1"]);
        deals[0].GetNumber(DealFields.Amount).ShouldBe(1250m);
        deals[0].FindText(DealFields.Owner).ShouldBe("Ann");
        deals[0].FindText(DealFields.Company).ShouldBe("Lumen");
        deals[0].FindTime(DealFields.Modified)!.Value.Date.ShouldBe(new LocalDate(2025, 10, 7));
    }

    [Theory]
    [InlineData("Conversation ID,Conversation started at (Europe/Berlin),Teammate currently assigned,Current conversation state,Channel,First response time (seconds)", "closed")]
    [InlineData("ID de conversation,Conversation commencée le (Europe/Berlin),Coéquipier actuellement assigné,État actuel de la conversation,Canal,Délai de première réponse (secondes)", "Fermée")]
    public void Intercom_conversations_take_their_zone_from_the_header(string header, string closed)
    {
        var tickets = MappedTable.Of($"{header}\n11,2024-01-31 03:00:00,Ann,{closed},Chat,5400\n", MappedTable.American);
        tickets.Mapping.Profile.ShouldBe("intercom.conversations");
        tickets[0].FindTime(TicketFields.Created)!.Value.Date.ShouldBe(new LocalDate(2024, 1, 30));
        tickets[0].GetNumber(TicketFields.FirstResponseHours).ShouldBe(1.5m, 0.0001m);
        tickets[0].FindText(TicketFields.Status).ShouldBe("closed");
    }
}

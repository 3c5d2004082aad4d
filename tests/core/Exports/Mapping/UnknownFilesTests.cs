using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class UnknownFilesTests
{
    [Fact]
    public void A_churn_snapshot_becomes_subscriptions()
    {
        var customers = MappedTable.Of("customerID,gender,SeniorCitizen,tenure,Contract,PaymentMethod,MonthlyCharges,TotalCharges,Churn\n7590-VHVEG,Female,0,1,Month-to-month,Electronic check,29.85,29.85,No\n5575-GNVDE,Male,0,34,One year,Mailed check,56.95,1889.5,Yes\n3668-QPYBK,Male,0,0,One year,Mailed check,53.85, ,Yes\n");
        customers.Mapping.Fact.ShouldBe(FactType.Subscription);
        customers.Facts.Count(customer => customer.FindFlag(SubscriptionFields.Churned) == true).ShouldBe(2);
        customers[0].GetNumber(SubscriptionFields.Amount).ShouldBe(29.85m);
        customers.Ids[0].ShouldBe("7590-VHVEG");
    }

    [Fact]
    public void Bank_customers_who_exited_become_subscriptions()
    {
        var customers = MappedTable.Of("RowNumber,CustomerId,Surname,CreditScore,Geography,Gender,Age,Tenure,Balance,NumOfProducts,HasCrCard,IsActiveMember,EstimatedSalary,Exited\n1,15634602,Hargrave,619,France,Female,42,2,0,1,1,1,101348.88,1\n2,15647311,Hill,608,Spain,Female,41,1,83807.86,1,0,1,112542.58,0\n");
        customers.Mapping.Fact.ShouldBe(FactType.Subscription);
        customers.Facts.Count(customer => customer.FindFlag(SubscriptionFields.Churned) == true).ShouldBe(1);
    }

    [Fact]
    public void Online_retail_lines_become_sales_of_quantity_times_price()
    {
        var sales = MappedTable.Of("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,85123A,WHITE HANGING HEART,6,12/1/2010 8:26,2.55,17850.0,United Kingdom\n536365,71053,WHITE METAL LANTERN,6,12/13/2010 8:26,3.39,17850.0,United Kingdom\nC536379,D,Discount,-1,12/1/2010 9:41,27.5,14527.0,United Kingdom\n");
        sales.Mapping.Fact.ShouldBe(FactType.Sale);
        sales.Facts.Sum(sale => sale.GetNumber(SaleFields.Amount)).ShouldBe(8.14m);
        sales[0].FindText(SaleFields.Document).ShouldBe("536365");
        sales.Ids.ShouldAllBe(id => id.Length == 0);
    }

    [Fact]
    public void A_total_that_includes_the_tax_is_taken_net_of_it()
    {
        var sales = MappedTable.Of("Invoice ID,Product line,Unit price,Quantity,Tax 5%,Total,Date\n750-67-8428,Health,74.69,7,26.1415,548.9715,1/5/2019\n226-31-3081,Home,15.28,5,3.82,80.22,3/28/2019\n");
        sales.Facts.Sum(sale => sale.GetNumber(SaleFields.Amount)).ShouldBe(522.83m + 76.40m);
    }

    [Fact]
    public void A_state_of_a_country_is_no_status()
    {
        var tickets = MappedTable.Of("Date received,Issue,Company,State,Submitted via,Complaint ID\n08/19/15,Info,Experian,NJ,Web,1\n01/29/19,Info,Equifax,NY,Web,2\n");
        tickets.Mapping.Fact.ShouldBe(FactType.Ticket);
        tickets.InputOf("State").ShouldBeNull();
    }

    [Fact]
    public void A_bank_statement_is_no_ledger_and_no_sale() =>
        MappedTable.Of("Date;Libellé;Débit;Crédit;Solde\n13/01/2024;VIR;;1 200,00;5 200,00\n").Mapping.Fact.ShouldBeNull();

    [Fact]
    public void A_monthly_price_makes_a_french_subscription()
    {
        var subscriptions = MappedTable.Of("Client;Formule;Prix mensuel;Date de début;Date de fin;Statut\nLumen;Pro;49,00;13/01/2024;;Actif\nOrion;Base;19,00;15/02/2023;31/03/2024;Résilié\n");
        subscriptions.Mapping.Fact.ShouldBe(FactType.Subscription);
        subscriptions.Facts.Select(subscription => subscription.FindText(SubscriptionFields.Status)).ShouldBe(["active", "cancelled"]);
        subscriptions[0].GetNumber(SubscriptionFields.IntervalMonths).ShouldBe(1m);
    }

    [Fact]
    public void A_customer_status_without_dates_is_a_churn_snapshot()
    {
        var customers = MappedTable.Of("Customer ID,Tenure in Months,Monthly Charge,Customer Status,Churn Reason\n1,9,65.6,Stayed,\n2,9,-4,Churned,Price\n3,1,20,Joined,\n");
        customers.Facts.Select(customer => customer.FindFlag(SubscriptionFields.Churned)).ShouldBe([false, true, false]);
    }

    [Fact]
    public void French_invoices_become_sales_net_of_tax()
    {
        var sales = MappedTable.Of("N° facture;Client;Date facture;Date d'échéance;Montant HT;TVA;Montant TTC;Statut\nF-118;Lumen;13/01/2024;12/02/2024;1 000,00;200,00;1 200,00;Impayée\nF-119;Orion;14/01/2024;13/02/2024;500,00;100,00;600,00;Payée\n");
        sales.Mapping.Fact.ShouldBe(FactType.Sale);
        sales.Facts.Sum(sale => sale.GetNumber(SaleFields.Amount)).ShouldBe(1500m);
        sales.Facts.Select(sale => sale.FindText(SaleFields.Status)).ShouldBe(["open", "paid"]);
        sales[0].Has(SaleFields.Due).ShouldBeTrue();
    }

    [Fact]
    public void Superstore_orders_become_sales()
    {
        var sales = MappedTable.Of("Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n1,CA-2016-152156,11/8/2016,11/11/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,FUR-BO-10001798,Furniture,Bookcases,Bush,261.96,2,0,41.91\n2,CA-2016-152156,11/18/2016,11/21/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,FUR-CH-10000454,Furniture,Chairs,Hon,731.94,3,0,219.58\n", MappedTable.American);
        sales.Mapping.Fact.ShouldBe(FactType.Sale);
        sales.Facts.Sum(sale => sale.GetNumber(SaleFields.Amount)).ShouldBe(993.90m);
        sales.InputOf("Order ID").ShouldBe("document");
        sales.InputOf("Row ID").ShouldBe("id");
    }

    [Fact]
    public void Help_desk_tickets_are_mapped_in_english()
    {
        var tickets = MappedTable.Of("Ticket ID,Customer Name,Customer Email,Product Purchased,Date of Purchase,Ticket Type,Ticket Subject,Ticket Status,Resolution,Ticket Priority,Ticket Channel,First Response Time,Time to Resolution,Customer Satisfaction Rating\n1,Ann,a@example.com,GoPro,2021-03-22,Technical issue,Setup,Pending Customer Response,,Critical,Social media,2023-06-01 12:15:36,,\n2,Bob,b@example.com,LG,2021-05-22,Billing,Bill,Closed,Done,Low,Chat,2023-06-01 11:14:38,2023-06-01 18:05:38,3.0\n");
        tickets.Mapping.Fact.ShouldBe(FactType.Ticket);
        tickets.Facts.Select(ticket => ticket.FindText(TicketFields.Status)).ShouldBe(["open", "closed"]);
        tickets[1].Has(TicketFields.Closed).ShouldBeTrue();
        tickets[1].Has(TicketFields.FirstResponse).ShouldBeTrue();
    }

    [Fact]
    public void Help_desk_tickets_are_mapped_in_french()
    {
        var tickets = MappedTable.Of("N° ticket;Sujet;Statut;Priorité;Date d'ouverture;Date de clôture;Client;Délai de première réponse (h)\n1;Panne;Résolu;Haute;13/01/2024 09:00;14/01/2024 10:00;Lumen;1,5\n2;Devis;En cours;Basse;15/01/2024 09:00;;Orion;0,5\n");
        tickets.Mapping.Fact.ShouldBe(FactType.Ticket);
        tickets.Facts.Select(ticket => ticket.FindText(TicketFields.Status)).ShouldBe(["closed", "open"]);
        tickets[0].GetNumber(TicketFields.FirstResponseHours).ShouldBe(1.5m);
    }

    [Fact]
    public void A_french_pipeline_is_mapped_to_deals()
    {
        var deals = MappedTable.Of("Affaire;Client;Commercial;Étape;Montant;Date de création;Date de clôture;Probabilité\nA;Lumen;Anne;Gagnée;12 500,50 €;02/01/2024;31/03/2024;100 %\nB;Orion;Bruno;Négociation;8 000 €;03/01/2024;30/06/2024;50 %\nC;Vega;Bruno;Perdue;1 000 €;03/01/2024;30/04/2024;0 %\n");
        deals.Mapping.Fact.ShouldBe(FactType.Deal);
        deals.Facts.Select(deal => deal.FindText(DealFields.Status)).ShouldBe(["won", "open", "lost"]);
        deals[0].GetNumber(DealFields.Amount).ShouldBe(12500.50m);
        deals[1].GetNumber(DealFields.Probability).ShouldBe(50m);
    }

    [Fact]
    public void Leads_become_contacts()
    {
        var contacts = MappedTable.Of("First Name,Last Name,Email,Lead Source,Lead Status,Created Date\nAnn,Lee,a@example.com,Web,Customer,2024-01-02\nBob,Roe,b@example.com,Web,New,2024-01-03\n");
        contacts.Mapping.Fact.ShouldBe(FactType.Contact);
        contacts.Facts.Select(contact => contact.FindFlag(ContactFields.IsCustomer)).ShouldBe([true, false]);
    }

    [Fact]
    public void Two_columns_that_fit_a_decisive_field_equally_are_a_choice()
    {
        var deals = MappedTable.Of("deal id,deal stage,deal value,deal amount,close date\n1,Won,10,12,2024-01-02\n2,Lost,20,25,2024-01-03\n");
        deals.Mapping.Fact.ShouldBe(FactType.Deal);
        var choice = deals.Mapping.Choices.ShouldHaveSingleItem();
        choice.Field.ShouldBe("amount");
        choice.Options.ShouldBe(["deal value", "deal amount"]);
        deals.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_with_equal_values_are_no_choice()
    {
        var deals = MappedTable.Of("deal id,deal stage,deal value,deal amount,close date\n1,Won,10,10,2024-01-02\n");
        deals.Mapping.Choices.ShouldBeEmpty();
        deals[0].GetNumber(DealFields.Amount).ShouldBe(10m);
    }

    [Fact]
    public void A_file_that_could_be_anything_is_refused_with_what_to_say()
    {
        var table = MappedTable.Of("colour,height,width\nred,1,2\nblue,3,4\n");
        table.Mapping.Fact.ShouldBeNull();
        table.Mapping.Choices.ShouldHaveSingleItem().Field.ShouldBe("fact");
        var refusal = Should.Throw<OpsException>(table.Mapping.RefuseIfOpen);
        refusal.Text.En.ShouldContain("--map");
        refusal.Text.Fr.ShouldContain("--map");
        refusal.Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public void Client_numbers_that_could_be_seconds_since_1970_are_ids()
    {
        var customers = MappedTable.Of("CLIENTNUM,Attrition_Flag,Customer_Age,Card_Category\n768805383,Existing Customer,45,Blue\n818770008,Attrited Customer,49,Blue\n713982108,Existing Customer,51,Blue\n");
        customers.Mapping.Fact.ShouldBe(FactType.Subscription);
        customers.Ids.ShouldBe(["768805383", "818770008", "713982108"]);
        customers.Facts.Count(customer => customer.FindFlag(SubscriptionFields.Churned) == true).ShouldBe(1);
    }

    [Fact]
    public void A_surname_does_not_make_customers_one()
    {
        var customers = MappedTable.Of("RowNumber,CustomerId,Surname,Tenure,Exited\n1,15634602,Smith,2,1\n2,15647311,Smith,1,0\n");
        customers.InputOf("Surname").ShouldBeNull();
    }

    [Fact]
    public void A_trial_flag_makes_a_subscription_a_trial()
    {
        var subscriptions = MappedTable.Of("subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,is_trial,churn_flag,billing_frequency\nS-1,A-1,2024-01-13,,Pro,3,147,False,False,monthly\nS-2,A-2,2024-02-20,2024-03-05,Pro,3,0,True,True,monthly\n");
        subscriptions.Facts.Select(subscription => subscription.FindText(SubscriptionFields.Status)).ShouldBe(["active", "trial"]);
    }

    [Fact]
    public void A_log_of_incidents_keeps_the_number_of_each_as_its_id()
    {
        var incidents = MappedTable.Of("number,incident_state,reopen_count,opened_at,sys_updated_at,closed_at\nINC1,New,0,29/2/2016 01:16,29/2/2016 01:23,5/3/2016 12:00\nINC1,Resolved,0,29/2/2016 01:16,29/2/2016 08:53,5/3/2016 12:00\nINC1,Closed,0,29/2/2016 01:16,5/3/2016 12:00,5/3/2016 12:00\nINC2,New,0,29/2/2016 04:40,29/2/2016 04:57,6/3/2016 10:00\n");
        incidents.Mapping.Fact.ShouldBe(FactType.Ticket);
        incidents.Ids.ShouldBe(["INC1", "INC1", "INC1", "INC2"]);
    }

    [Fact]
    public void The_day_of_a_purchase_is_not_the_day_of_the_ticket()
    {
        var tickets = MappedTable.Of("Ticket ID,Date of Purchase,Ticket Type,Ticket Subject,Ticket Status,First Response Time,Time to Resolution\n1,2021-03-22,Technical issue,Setup,Open,,\n2,2021-05-22,Billing,Invoice,Closed,2023-06-01 12:15:36,2023-06-01 18:05:38\n");
        tickets.InputOf("Date of Purchase").ShouldBeNull();
    }

    [Fact]
    public void What_is_owed_is_kept_with_the_tax_and_what_was_sold_without()
    {
        var invoices = MappedTable.Of("N° facture;Date facture;Client;Montant HT;TVA;Montant TTC;Échéance;Réglée le\nF1;13/01/2024;Lumen;1 000,00;200,00;1 200,00;12/02/2024;25/02/2024\nF2;14/01/2024;Orion;50,50;10,10;60,60;13/02/2024;\n");
        invoices.Facts.Select(invoice => invoice.GetNumber(SaleFields.Amount)).ShouldBe([1000m, 50.50m]);
        invoices.Facts.Select(invoice => invoice.GetNumber(SaleFields.AmountWithTax)).ShouldBe([1200m, 60.60m]);
        invoices.Facts.Select(invoice => invoice.FindText(SaleFields.Status)).ShouldBe(["paid", "open"]);
    }
}

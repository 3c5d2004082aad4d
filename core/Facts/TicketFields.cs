namespace OpsAutomation.Facts;

/// <summary>A ticket, case or conversation.</summary>
public static class TicketFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Ticket);

    /// <summary>The vendor's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>The subject.</summary>
    public static readonly FactField Name = Schema.Text("name");

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public static readonly FactField Status = Schema.Text("status");

    /// <summary>The vendor's status as written.</summary>
    public static readonly FactField Stage = Schema.Text("stage");

    /// <summary>The issue, category or topic.</summary>
    public static readonly FactField Issue = Schema.Text("issue");

    /// <summary>The vendor's ticket type as written.</summary>
    public static readonly FactField Kind = Schema.Text("kind");

    /// <summary>The priority as written.</summary>
    public static readonly FactField Priority = Schema.Text("priority");

    /// <summary>Where it came in.</summary>
    public static readonly FactField Channel = Schema.Text("channel");

    /// <summary>The customer's name or id.</summary>
    public static readonly FactField Customer = Schema.Text("customer");

    /// <summary>The person responsible.</summary>
    public static readonly FactField Owner = Schema.Text("owner");

    /// <summary>The team responsible.</summary>
    public static readonly FactField Team = Schema.Text("team");

    /// <summary>When it was opened.</summary>
    public static readonly FactField Created = Schema.Time("created");

    /// <summary>When it was closed.</summary>
    public static readonly FactField Closed = Schema.Time("closed");

    /// <summary>When the first answer went out.</summary>
    public static readonly FactField FirstResponse = Schema.Time("firstResponse");

    /// <summary>Elapsed hours to the first answer where the export gives a duration.</summary>
    public static readonly FactField FirstResponseHours = Schema.Number("firstResponseHours");

    /// <summary>Elapsed hours to the resolution where the export gives a duration.</summary>
    public static readonly FactField ResolutionHours = Schema.Number("resolutionHours");

    /// <summary>Whether it was reopened.</summary>
    public static readonly FactField Reopened = Schema.Flag("reopened");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");
}

namespace OpsAutomation.Facts;

/// <summary>A contact: created once, perhaps a customer later.</summary>
public static class ContactFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Contact);

    /// <summary>The vendor's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>The person's name.</summary>
    public static readonly FactField Name = Schema.Text("name");

    /// <summary>The address, lower case.</summary>
    public static readonly FactField Email = Schema.Text("email");

    /// <summary>The company's name or id.</summary>
    public static readonly FactField Company = Schema.Text("company");

    /// <summary>The vendor's life-cycle stage as written.</summary>
    public static readonly FactField Stage = Schema.Text("stage");

    /// <summary>Whether the contact became a customer.</summary>
    public static readonly FactField IsCustomer = Schema.Flag("isCustomer");

    /// <summary>When the contact became a customer.</summary>
    public static readonly FactField BecameCustomer = Schema.Time("becameCustomer");

    /// <summary>When the contact was created.</summary>
    public static readonly FactField Created = Schema.Time("created");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");

    /// <summary>The last activity.</summary>
    public static readonly FactField LastActivity = Schema.Time("lastActivity");

    /// <summary>The person responsible.</summary>
    public static readonly FactField Owner = Schema.Text("owner");

    /// <summary>Where the lead came from, as written.</summary>
    public static readonly FactField Source = Schema.Text("source");
}

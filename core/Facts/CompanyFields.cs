namespace OpsAutomation.Facts;

/// <summary>A company or account.</summary>
public static class CompanyFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Company);

    /// <summary>The vendor's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>The company's name.</summary>
    public static readonly FactField Name = Schema.Text("name");

    /// <summary>Its internet domain.</summary>
    public static readonly FactField Domain = Schema.Text("domain");

    /// <summary>Its industry as written.</summary>
    public static readonly FactField Industry = Schema.Text("industry");

    /// <summary>Its country as written.</summary>
    public static readonly FactField Country = Schema.Text("country");

    /// <summary>The person responsible.</summary>
    public static readonly FactField Owner = Schema.Text("owner");

    /// <summary>When it was created.</summary>
    public static readonly FactField Created = Schema.Time("created");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");

    /// <summary>The last activity.</summary>
    public static readonly FactField LastActivity = Schema.Time("lastActivity");
}

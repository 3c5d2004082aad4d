namespace OpsAutomation.Documents.Roles;

/// <summary>Who fits a company.</summary>
internal enum AdvisedRole
{
    /// <summary>An online business manager.</summary>
    Obm,

    /// <summary>A COO for some days a week.</summary>
    FractionalCoo,

    /// <summary>A COO of the company's own.</summary>
    FullTimeCoo,
}

namespace OpsAutomation.Exports.Reading;

/// <summary>How strongly a row's first words say that it sums up others.</summary>
internal enum TotalStrength
{
    /// <summary>It is a record.</summary>
    None,

    /// <summary>It may be a record of that name, such as a company called Total, unless the rest of the row says otherwise.</summary>
    Weak,

    /// <summary>No record is called that.</summary>
    Strong,
}

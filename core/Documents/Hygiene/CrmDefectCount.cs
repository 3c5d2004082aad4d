namespace OpsAutomation.Documents.Hygiene;

/// <summary>How often a defect was found.</summary>
/// <param name="Defect">The defect.</param>
/// <param name="Count">The records that have it.</param>
/// <param name="Of">The records that could have it: open deals, lost deals or contacts.</param>
public readonly record struct CrmDefectCount(CrmDefect Defect, int Count, int Of);

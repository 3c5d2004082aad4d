namespace OpsAutomation.Facts;

/// <summary>How the values of a fact's field are kept.</summary>
public enum FieldKind
{
    /// <summary>Text in UTF-8.</summary>
    Text = 1,

    /// <summary>An exact decimal: money, counts, hours, percent.</summary>
    Number,

    /// <summary>A day, or a moment of a day with its offset from UTC.</summary>
    Time,

    /// <summary>Yes or no.</summary>
    Flag,
}

namespace OpsAutomation.Exports.Reading;

/// <summary>What the file itself says about a cell's value.</summary>
public enum CellKind
{
    /// <summary>Text as written; what it means is decided per column.</summary>
    Text,

    /// <summary>A number in canonical form: invariant decimal text such as <c>-1234.5</c>.</summary>
    Number,

    /// <summary>A date in ISO form: <c>yyyy-MM-dd</c> or <c>yyyy-MM-ddTHH:mm:ss</c>, without a zone.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}

namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>What the way one number is written says about the decimal mark of its column.</summary>
public enum NumberEvidence : byte
{
    /// <summary>Nothing: no mark occurs, or none that could be a decimal mark.</summary>
    Plain,

    /// <summary>The decimal mark is a point: <c>12.5</c>, <c>1,234.56</c>, <c>1,234,567</c>.</summary>
    Point,

    /// <summary>The decimal mark is a comma: <c>12,5</c>, <c>1.234,56</c>, <c>1.234.567</c>.</summary>
    Comma,

    /// <summary>Either reading is possible: <c>1,234</c> and <c>1.234</c>.</summary>
    Open,
}

namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>How a delimited text is laid out.</summary>
/// <param name="Delimiter">The delimiter; U+001F where the text has one column only.</param>
/// <param name="Quoting">Whether quotes mean anything.</param>
/// <param name="Header">The row that names the columns, or null.</param>
/// <param name="Shape">What rows must look like.</param>
internal sealed record DelimitedLayout(char Delimiter, bool Quoting, HeaderRow? Header, TableShape Shape)
{
    /// <summary>Stands for the delimiter of a text that has none.</summary>
    public const char None = '\u001f';
}

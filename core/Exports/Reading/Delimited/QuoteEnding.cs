namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>How a quoted field ends, which says what is left to do to its text.</summary>
internal enum QuoteEnding
{
    /// <summary>Nothing to do.</summary>
    Plain,

    /// <summary>Two quotes inside stand for one.</summary>
    Doubled,

    /// <summary>Text follows the closing quote: <c>"a"b</c> is read as <c>ab</c>.</summary>
    TextAfter,
}

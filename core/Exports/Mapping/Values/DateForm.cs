namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>How a date is written.</summary>
public enum DateForm : byte
{
    /// <summary>Not known: no date was seen.</summary>
    None,

    /// <summary>2024-01-31, with or without a time.</summary>
    Iso,

    /// <summary>2024/1/31.</summary>
    YearFirst,

    /// <summary>31/1/2024.</summary>
    DayFirst,

    /// <summary>1/31/2024.</summary>
    MonthFirst,

    /// <summary>Numbers that both orders read: 3/4/2024.</summary>
    Open,

    /// <summary>3/3/2024: both orders read the same day.</summary>
    Same,

    /// <summary>20240131.</summary>
    Compact,

    /// <summary>Oct 7, 2025 or 7 octobre 2025.</summary>
    Named,

    /// <summary>Days since 1899-12-30, as spreadsheets count.</summary>
    Serial,

    /// <summary>Seconds since 1970.</summary>
    EpochSeconds,

    /// <summary>Milliseconds since 1970.</summary>
    EpochMilliseconds,
}

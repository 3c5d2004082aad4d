namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>What a cell's number format makes of its number.</summary>
internal enum NumberLook
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, with or without a time.</summary>
    Date,

    /// <summary>A time of day or a duration, without a day.</summary>
    Time,
}

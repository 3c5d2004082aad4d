using System.Globalization;
using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>The day of a week, month, quarter or year on which a checklist starts.</summary>
public sealed record ChecklistDay
{
    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = new(StringComparer.OrdinalIgnoreCase)
    {
        ["monday"] = IsoDayOfWeek.Monday,
        ["tuesday"] = IsoDayOfWeek.Tuesday,
        ["wednesday"] = IsoDayOfWeek.Wednesday,
        ["thursday"] = IsoDayOfWeek.Thursday,
        ["friday"] = IsoDayOfWeek.Friday,
    };

    private ChecklistDay()
    {
    }

    /// <summary>The first working day.</summary>
    public static ChecklistDay First { get; } = new();

    /// <summary>Whether it is the last working day.</summary>
    public bool IsLast { get; private init; }

    /// <summary>A day of the week; null for none.</summary>
    public IsoDayOfWeek? Weekday { get; private init; }

    /// <summary>A day of the period's first month, 1 to 31, clipped to its end; null for none.</summary>
    public int? Number { get; private init; }

    /// <summary>A month of the year, beside <see cref="Number"/>; null for the period's first.</summary>
    public int? Month { get; private init; }

    /// <summary>Reads it as the engagement's file has it, or gives null where it is none of the cadence.</summary>
    public static ChecklistDay? Read(string text, ChecklistCadence cadence)
    {
        text = text.Trim().ToLowerInvariant();
        if (text is "first working day" or "last working day" && cadence != ChecklistCadence.Day)
            return text[0] == 'f' ? First : new() { IsLast = true };
        if (Weekdays.TryGetValue(text, out var weekday))
            return cadence == ChecklistCadence.Week ? new() { Weekday = weekday } : null;
        if (cadence is ChecklistCadence.Day or ChecklistCadence.Week)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is >= 1 and <= 31 ? new() { Number = number } : null;
        return cadence == ChecklistCadence.Year && text.Split('-') is [{ Length: 2 } month, { Length: 2 } day]
            && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12
            && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d is >= 1 and <= 31
            ? new() { Month = m, Number = d }
            : null;
    }
}

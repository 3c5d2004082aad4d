using System.Globalization;

namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>
/// A schedule of six fields in UTC: second, minute, hour, day, month, day of week (0 is Sunday). A field is a list of <c>*</c>, values,
/// ranges and steps (<c>*/15</c>, <c>9-17/2</c>, <c>5/10</c>); months and days go by number or by English name. Day and day of week must both match.
/// </summary>
public sealed class NcrontabSchedule
{
    // Every pair of leap day and weekday comes back within 40 years, also over a century that has no leap day.
    private const int Horizon = 41 * 366;

    private static readonly string[] Months =
        ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];

    private static readonly string[] Days = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

    private readonly ulong[] fields;

    private NcrontabSchedule(ulong[] fields) => this.fields = fields;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It is not one; the message names the field.</exception>
    public static NcrontabSchedule Parse(string expression)
    {
        var parts = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 6)
            throw new FormatException($"The schedule '{expression}' has {parts.Length} fields; six were expected: second, minute, hour, day, month, day of week.");
        return new NcrontabSchedule([
            Field(parts[0], "second", 0, 59, null),
            Field(parts[1], "minute", 0, 59, null),
            Field(parts[2], "hour", 0, 23, null),
            Field(parts[3], "day", 1, 31, null),
            Field(parts[4], "month", 1, 12, Months),
            Field(parts[5], "day of week", 0, 6, Days)]);
    }

    /// <summary>The first occurrence strictly after a moment, in UTC; null where there is none, such as on 30 February.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.ToUniversalTime();
        var start = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        if (start > DateTime.MaxValue.AddDays(-Horizon))
            return null;
        start = start.AddSeconds(1);
        var day = start.Date;
        for (var i = 0; i < Horizon; i++, day = day.AddDays(1))
        {
            if (Has(3, day.Day) && Has(4, day.Month) && Has(5, (int)day.DayOfWeek)
                && TimeFrom(day == start.Date ? start.TimeOfDay : TimeSpan.Zero) is { } time)
                return new DateTimeOffset(day + time, TimeSpan.Zero);
        }

        return null;
    }

    private TimeSpan? TimeFrom(TimeSpan from)
    {
        for (var hour = from.Hours; hour < 24; hour++)
        {
            if (!Has(2, hour))
                continue;
            for (var minute = hour == from.Hours ? from.Minutes : 0; minute < 60; minute++)
            {
                if (!Has(1, minute))
                    continue;
                var sameMinute = hour == from.Hours && minute == from.Minutes;
                for (var second = sameMinute ? from.Seconds : 0; second < 60; second++)
                {
                    if (Has(0, second))
                        return new TimeSpan(hour, minute, second);
                }
            }
        }

        return null;
    }

    private bool Has(int field, int value) => (fields[field] >> value & 1) != 0;

    private static ulong Field(string text, string name, int least, int most, string[]? names)
    {
        var bits = 0UL;
        foreach (var item in text.Split(','))
        {
            var slash = item.IndexOf('/', StringComparison.Ordinal);
            var range = slash < 0 ? item : item[..slash];
            var step = slash < 0 ? 1 : Step(item[(slash + 1)..], text, name);
            var (from, to) = Range(range, open: slash >= 0);
            for (var value = from; value <= to; value += step)
                bits |= 1UL << value;
        }

        return bits;

        (int From, int To) Range(string range, bool open)
        {
            if (range == "*")
                return (least, most);
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            if (dash < 0)
            {
                var single = Value(range);
                return (single, open ? most : single);
            }

            var (from, to) = (Value(range[..dash]), Value(range[(dash + 1)..]));
            return from <= to ? (from, to) : throw Wrong(text, name, "a range runs from the smaller to the larger value");
        }

        int Value(string word)
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            var index = names is null || word.Length < 3 ? -1 : Array.FindIndex(names, full => full.StartsWith(word, StringComparison.OrdinalIgnoreCase));
            return index >= 0 ? index + least : throw Wrong(text, name, $"values go from {least} to {most}");
        }
    }

    private static int Step(string word, string text, string name)
        => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is > 0 and < 100
            ? step : throw Wrong(text, name, "a step is a whole number from 1");

    private static FormatException Wrong(string text, string name, string reason) => new($"The schedule's {name} is '{text}': {reason}.");
}

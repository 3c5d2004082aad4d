using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>
/// Turns dates as read into days and moments of the engagement's zone. The offset of a whole day is remembered, since nearly no day has a change
/// of the clock; the rare others ask the zone.
/// </summary>
public sealed class ZoneClock
{
    private const int FirstDay = -3653;
    private const int DayCount = 60_000;
    private const int FirstOfCalendar = -719_162;
    private const int LastOfCalendar = 2_932_896;
    private const short Unknown = short.MinValue;
    private const short Changes = short.MaxValue;
    private const int MillisecondsPerDay = 86_400_000;
    private const int FirstYear = 1;
    private const int LastYear = 9999;
    private readonly DateTimeZone home;
    private readonly DateTimeZone source;
    private readonly bool sourceIsHome;
    private readonly short[] localOffsets;
    private readonly short[] utcOffsets;

    /// <summary>Creates a clock.</summary>
    /// <param name="home">The engagement's zone, which facts are kept in.</param>
    /// <param name="source">The zone of times that name none: the header's, the profile's, else <paramref name="home"/>.</param>
    public ZoneClock(DateTimeZone home, DateTimeZone? source = null)
    {
        this.home = home;
        this.source = source ?? home;
        sourceIsHome = this.source.Equals(home);
        localOffsets = NewOffsets();
        utcOffsets = NewOffsets();
    }

    /// <summary>The day or moment; a date without a time never shifts.</summary>
    public FactTime Convert(DateParts parts) => Store(parts).ToFactTime();

    /// <summary>The day or moment as records hold it.</summary>
    internal StoredTime Store(in DateParts parts)
    {
        // A moment at either end of the calendar stands for "always" or "never": it has no other day in another zone.
        if (!parts.HasTime || parts.Year is <= FirstYear or >= LastYear)
            return new(StoredTime.Pack(parts.Year, parts.Month, parts.Day), -1, 0);
        // "Until for ever": where the calendar begins and ends, a moment has no day in every zone, and means none.
        if (parts.EpochDay is <= FirstOfCalendar + 1 or >= LastOfCalendar - 1)
            return new(StoredTime.Pack(parts.Year, parts.Month, parts.Day), parts.Milliseconds, 0);
        if (parts.HasOffset)
            return FromUtc(parts.EpochDay, parts.Milliseconds - (parts.OffsetMinutes * 60_000L));
        var day = parts.EpochDay;
        var offset = OffsetOf(localOffsets, day, source, isLocal: true);
        if (offset == Changes)
        {
            var local = new LocalDate(parts.Year, parts.Month, parts.Day).AtMidnight().PlusMilliseconds(parts.Milliseconds);
            return StoredTime.Of(sourceIsHome ? FactTime.At(local, home) : FactTime.At(source.AtLeniently(local).ToInstant(), home));
        }

        return sourceIsHome
            ? new(StoredTime.Pack(parts.Year, parts.Month, parts.Day), parts.Milliseconds, offset)
            : FromUtc(day, parts.Milliseconds - (offset * 60_000L));
    }

    private StoredTime FromUtc(int day, long milliseconds)
    {
        Normalise(ref day, ref milliseconds);
        var offset = OffsetOf(utcOffsets, day, home, isLocal: false);
        if (offset == Changes)
            return StoredTime.Of(FactTime.At(Instant.FromUnixTimeMilliseconds(((long)day * MillisecondsPerDay) + milliseconds), home));
        milliseconds += offset * 60_000L;
        Normalise(ref day, ref milliseconds);
        var parts = DateParts.OfEpochDay(day, 0, 0);
        return new(StoredTime.Pack(parts.Year, parts.Month, parts.Day), (int)milliseconds, offset);
    }

    private static void Normalise(ref int day, ref long milliseconds)
    {
        while (milliseconds < 0)
        {
            day--;
            milliseconds += MillisecondsPerDay;
        }

        while (milliseconds >= MillisecondsPerDay)
        {
            day++;
            milliseconds -= MillisecondsPerDay;
        }
    }

    private static short OffsetOf(short[] offsets, int day, DateTimeZone zone, bool isLocal)
    {
        var index = day - FirstDay;
        if ((uint)index >= DayCount)
            return Changes;
        var known = offsets[index];
        return known != Unknown ? known : offsets[index] = Ask(day, zone, isLocal);
    }

    private static short Ask(int day, DateTimeZone zone, bool isLocal)
    {
        var start = Instant.FromUnixTimeSeconds(day * 86_400L);
        var interval = zone.GetZoneInterval(start);
        if (isLocal)
        {
            var local = start - Duration.FromSeconds(interval.WallOffset.Seconds);
            interval = zone.GetZoneInterval(local);
            start = local;
        }

        // The whole day and an hour around it lie in one interval, and the offset is one of whole minutes.
        var margin = Duration.FromHours(isLocal ? 4 : 0);
        var covers = (!interval.HasStart || interval.Start + margin <= start) && (!interval.HasEnd || start + Duration.FromDays(1) + margin <= interval.End);
        return covers && interval.WallOffset.Seconds % 60 == 0 ? (short)(interval.WallOffset.Seconds / 60) : Changes;
    }

    private static short[] NewOffsets()
    {
        var offsets = new short[DayCount];
        Array.Fill(offsets, Unknown);
        return offsets;
    }
}

using NodaTime;

namespace OpsAutomation.Facts;

/// <summary>A <see cref="FactTime"/> as three integers: a record holds it like this, since most readers only compare days.</summary>
/// <param name="Packed">Year, month and day in one number that orders like the day.</param>
/// <param name="Milliseconds">Milliseconds since local midnight, or -1.</param>
/// <param name="Offset">Minutes ahead of UTC.</param>
internal readonly record struct StoredTime(int Packed, int Milliseconds, int Offset)
{
    /// <summary>Days since 1970-01-01.</summary>
    public int DayNumber
    {
        get
        {
            // The year is counted from March, so that the leap day is its last (Howard Hinnant, "chrono-compatible low-level date algorithms").
            var month = (Packed >> 5) & 15;
            var year = (Packed >> 9) - (month <= 2 ? 1 : 0);
            var era = (year >= 0 ? year : year - 399) / 400;
            var yearOfEra = year - (era * 400);
            var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + (Packed & 31) - 1;
            return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
        }
    }

    public static StoredTime Of(FactTime time) => new(Pack(time.Date.Year, time.Date.Month, time.Date.Day), time.MillisecondOfDay, time.OffsetMinutes);

    public static int Pack(int year, int month, int day) => (year << 9) | (month << 5) | day;

    public static LocalDate Unpack(int packed) => new(packed >> 9, (packed >> 5) & 15, packed & 31);

    public FactTime ToFactTime() => new(Unpack(Packed), Milliseconds, Offset);
}

using NodaTime;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>What the name of a FEC says: article A47 A-1 of the Livre des procédures fiscales asks for <c>SirenFECAAAAMMJJ</c>.</summary>
/// <param name="Siren">Nine digits.</param>
/// <param name="Closing">The last day of the fiscal year.</param>
internal sealed record FecName(string Siren, LocalDate Closing)
{
    internal static FecName? Parse(string fileName)
    {
        var at = fileName.IndexOf("FEC", StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            if (at >= 9 && fileName.Length >= at + 11 && Digits(fileName.AsSpan(at - 9, 9)) && Digits(fileName.AsSpan(at + 3, 8)))
            {
                var day = fileName.AsSpan(at + 3, 8);
                var (year, month, dayOfMonth) = (int.Parse(day[..4]), int.Parse(day[4..6]), int.Parse(day[6..]));
                if (year is >= 1900 and <= 2199 && Values.DateParts.IsDay(year, month, dayOfMonth))
                    return new(fileName.Substring(at - 9, 9), new LocalDate(year, month, dayOfMonth));
            }

            at = fileName.IndexOf("FEC", at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private static bool Digits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

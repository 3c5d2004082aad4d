using OpsAutomation.Engagements;
using OpsAutomation.Exports;

namespace OpsAutomation.Digests;

/// <summary>
/// Which imports an expected source is about: those of its profile; where it names none, those whose profile or vendor has its id or
/// name (<c>hubspot-deals</c>, <c>HubSpot</c>), or whose file is called by it (<c>Factures</c>: <c>factures-novembre.csv</c>).
/// </summary>
internal static class SourceMatch
{
    // Shorter names are found in too many others.
    private const int ShortestName = 3;

    public static bool Is(SourceSettings source, ImportSource import) => source.Profile is { } profile
        ? import.Profile == profile
        : new[] { source.Id, source.Name }.Select(Plain).Any(name => name.Length >= ShortestName && Matches(name, import));

    private static bool Matches(string name, ImportSource import)
    {
        var vendor = import.Profile.Split('.')[0];
        return Plain(import.Profile) == name || Plain(vendor) == name || Plain(import.File).Contains(name, StringComparison.Ordinal);
    }

    // Letters and digits alone: dots, dashes and blanks are written either way.
    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

namespace OpsAutomation.Exports.Reading.Fec;

/// <summary>The header of the French accounting file (article A. 47 A-1 of the Livre des procédures fiscales).</summary>
internal static class FecHeader
{
    private static readonly string[] Required = ["journalcode", "ecriturenum", "ecrituredate", "comptenum", "ecriturelib"];

    /// <summary>Whether these are the columns of a FEC, in whatever case.</summary>
    public static bool Matches(IReadOnlyList<string> names) => Required.All(name => IndexOf(names, name) >= 0);

    /// <summary>The place of the entry's text.</summary>
    public static int TextColumn(IReadOnlyList<string> names) => IndexOf(names, "ecriturelib");

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i].Trim(), name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}

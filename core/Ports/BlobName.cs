using System.Buffers;

namespace OpsAutomation.Ports;

/// <summary>Which paths a blob may have, the same for every adapter: each is a file below a folder on any machine.</summary>
public static class BlobName
{
    private const int LongestPart = 200;

    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\\:*?\"<>|");

    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { "com" + n, "lpt" + n })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a blob may have this path.</summary>
    public static bool IsValid(string path) => Array.TrueForAll(path.Split('/'), IsSafe);

    /// <summary>Gives the parts of a path, or refuses it.</summary>
    /// <exception cref="OpsException">The path could leave its folder or be no file somewhere.</exception>
    public static IReadOnlyList<string> Check(string path)
    {
        var parts = path.Split('/');
        return Array.TrueForAll(parts, IsSafe)
            ? parts
            : throw OpsException.Refused(
                "The name of a file to store is not valid: no part of it may be empty or reserved, begin or end with a dot or space, hold any of \\:*?\"<>| or be longer than 200 characters. Rename the file, then run the command again.",
                "Le nom d'un fichier à conserver n'est pas valide : aucune de ses parties ne peut être vide ou réservée, commencer ou finir par un point ou une espace, contenir l'un des signes \\:*?\"<>| ou dépasser 200 caractères. Renommez le fichier, puis relancez la commande.");
    }

    private static bool IsSafe(string part) =>
        part.Length is > 0 and <= LongestPart
        && part[0] is not ('.' or ' ')
        && part[^1] is not ('.' or ' ')
        && !part.AsSpan().ContainsAny(Unsafe)
        && !part.Any(char.IsControl)
        && !Reserved.Contains(part.Split('.')[0]);
}

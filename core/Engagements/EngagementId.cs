using System.Text.RegularExpressions;

namespace OpsAutomation.Engagements;

/// <summary>
/// The identifier of an engagement: 1 to 63 characters of <c>a-z</c>, <c>0-9</c> and inner <c>-</c>.
/// It is the partition of all state, a folder name and a part of routes, hence the narrow alphabet.
/// </summary>
public readonly partial record struct EngagementId
{
    private readonly string? value;

    private EngagementId(string value) => this.value = value;

    /// <summary>
    /// The partition of what belongs to no engagement, such as messages that cannot be read: no engagement can be called so, and nothing
    /// that comes from outside is read as it.
    /// </summary>
    public static EngagementId App { get; } = new("_app");

    /// <summary>The identifier as text.</summary>
    public string Value => value ?? throw new InvalidOperationException("An engagement id was used before it was set.");

    /// <summary>Reads an identifier, or refuses it with the rule it breaks.</summary>
    public static EngagementId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw OpsException.WrongUsage(
            "The engagement id is not valid: use 1 to 63 lower-case letters, digits and inner hyphens, for example atelier-lumen.",
            "L'identifiant de mission n'est pas valide : utilisez de 1 à 63 lettres minuscules, chiffres et tirets intérieurs, par exemple atelier-lumen.");

    /// <summary>Reads an identifier.</summary>
    public static bool TryParse(string? text, out EngagementId id)
    {
        id = text is not null && Shape().IsMatch(text) && !Reserved.Contains(text) ? new(text) : default;
        return id.value is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => value ?? "";

    // Names that Windows keeps for devices cannot be folders there.
    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { "com" + n, "lpt" + n })], StringComparer.Ordinal);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

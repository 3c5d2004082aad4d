using System.Text.RegularExpressions;
using OpsAutomation.Documents;
using OpsAutomation.Ports;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>publishing</c>: the wikis and folders that live documents are published to.</summary>
internal static partial class PublishingSection
{
    private static readonly Dictionary<string, bool> Places = new(StringComparer.OrdinalIgnoreCase) { ["wordpress"] = true, ["drive"] = false };

    private static readonly Dictionary<string, bool> Plugins = new(StringComparer.OrdinalIgnoreCase) { ["polylang"] = true };

    private static readonly string[] Formats = ["docx", "html", "md"];

    private static readonly LocalizedText IdExpected = new(
        "1 to 32 lower-case letters, digits and inner hyphens were expected, such as wiki",
        "de 1 à 32 lettres minuscules, chiffres et tirets intérieurs sont attendus, par exemple wiki");

    private static readonly LocalizedText SiteExpected = new(
        "the https address of a WordPress site on the public internet was expected, such as https://wiki.example.com",
        "l'adresse https d'un site WordPress de l'internet public est attendue, par exemple https://wiki.example.com");

    private static readonly LocalizedText UserExpected = new(
        "the name of a WordPress user was expected, without a colon", "le nom d'un utilisateur WordPress est attendu, sans deux-points");

    private static readonly LocalizedText LanguageExpected = Expected.OneOf(["fr", "en"]);

    public static IReadOnlyList<PublishingTarget> Read(YamlFields root, ReadingContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. root.List("publishing").Select(item => One(item, seen, context))];
    }

    private static PublishingTarget One(YamlFields item, HashSet<string> seen, ReadingContext context)
    {
        var id = item.Parse("id", IdExpected, text => IdShape().IsMatch(text) ? text : null) ?? item.Missing("id", IdExpected, "");
        if (id.Length > 0 && !seen.Add(id))
            item.Refuse("id", Expected.Unique);
        var target = new PublishingTarget
        {
            Id = id,
            Languages = [.. Words(item, "languages", LanguageExpected, context, word => word is "fr" or "en").Select(word => word == "fr" ? Language.French : Language.English).Distinct()],
            Kinds = Words(item, "kinds", Expected.OneOf(DocumentLibrary.Kinds.Select(kind => kind.Id)), context, word => DocumentLibrary.Kinds.Any(kind => kind.Id == word)),
        };
        var isSite = item.Choice("to", Places);
        if (isSite is null && !item.Has("to"))
            item.Missing("to", Expected.OneOf(Places.Keys), 0);
        target = isSite == false ? WithDrive(target, item, context) : WithSite(target, item);
        item.Finish();
        return target;
    }

    private static PublishingTarget WithSite(PublishingTarget target, YamlFields item) => target with
    {
        Site = item.Parse("site", SiteExpected, text => Uri.TryCreate(text.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var uri)
            && uri is { Query: "", Fragment: "" } && PublicAddress.Problem(uri) is null ? uri : null) ?? item.Missing<Uri?>("site", SiteExpected, null),
        User = item.Parse("user", UserExpected, text => text.Trim() is { Length: > 0 and <= 100 } name && !name.Contains(':', StringComparison.Ordinal) ? name : null)
            ?? item.Missing("user", UserExpected, ""),
        Parent = item.Integer("parent", 1, int.MaxValue),
        Visibility = item.Parse("visibility", Expected.OneOf(["publish", "private", "draft"]), text => text.Trim() is "publish" or "private" or "draft" ? text.Trim() : null) ?? "private",
        TellsLanguage = item.Choice("plugin", Plugins) ?? false,
    };

    private static PublishingTarget WithDrive(PublishingTarget target, YamlFields item, ReadingContext context)
    {
        var formats = Words(item, "formats", Expected.OneOf(Formats), context, Formats.Contains);
        return target with { Drive = OriginSection.OfDrive(item), Formats = formats.Count > 0 ? formats : ["docx"] };
    }

    private static IReadOnlyList<string> Words(YamlFields item, string key, LocalizedText expected, ReadingContext context, Func<string, bool> isKnown)
    {
        var words = item.Texts(key);
        foreach (var word in words.Where(word => !isKnown(word.Text)))
            context.Errors.Add(word.Line, word.Path, expected);
        return [.. words.Select(word => word.Text).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();
}

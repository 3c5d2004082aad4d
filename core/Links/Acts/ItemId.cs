using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Links.Acts;

/// <summary>How links name the item that they are for: its kind and its id, such as <c>decision/D-14</c>.</summary>
internal static class ItemId
{
    public const string Decision = "decision";
    public const string Action = "action";
    public const string Milestone = "milestone";
    public const string Criterion = "criterion";
    public const string Digest = "digest";
    public const string Checklist = "checklist";
    public const string Reading = "reading";
    public const string DocumentApproval = "document";

    private const int HashDigits = 16;

    /// <summary>An item of a kind.</summary>
    public static string Of(string kind, string id) => $"{kind}/{id}";

    /// <summary>The digest of a recipient and week that awaits approval, with the content that is to be approved.</summary>
    public static string OfDigest(LocalDate monday, string contentHash, string recipient) =>
        Of(Digest, $"{LocalDatePattern.Iso.Format(monday)}/{contentHash}/{recipient}");

    /// <summary>A document in one content.</summary>
    public static string OfDocument(string kind, Documents.DocumentRecord record, string contentHash) =>
        OfDocument(kind, Documents.Asking.AskItem.DocumentOf(record.Language, record.Kind), contentHash);

    /// <summary>A document in one content, by language and kind.</summary>
    public static string OfDocument(string kind, string document, string contentHash) =>
        Of(kind, $"{document}/{contentHash[..Math.Min(HashDigits, contentHash.Length)]}");

    /// <summary>Kind and id.</summary>
    public static (string Kind, string Id) Split(string item) => item.Split('/', 2) is [var kind, var id] ? (kind, id) : ("", "");
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OpsAutomation.Publishing.WordPress;

/// <summary>A page as the REST API gives it to an editor.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title as it was written.</param>
/// <param name="Content">Its content as it was written.</param>
/// <param name="Status"><c>publish</c>, <c>private</c>, <c>draft</c>, <c>trash</c>…</param>
/// <param name="Link">Its address, or null.</param>
internal sealed record WordPressPage(long Id, string Title, string Content, string Status, string? Link)
{
    public bool IsInBin => Status == "trash";

    /// <summary>Title and content decide: who moves a page, or shows it to others, has not changed what it says.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{Content}")));

    public RemotePage ToRemote() => new(Id.ToString(CultureInfo.InvariantCulture), Mark, Link);

    /// <exception cref="OpsException">Refused: it is no page.</exception>
    public static WordPressPage Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out var number)
            || Raw(json, "title") is not { } title || Raw(json, "content") is not { } content)
            throw WordPressFailure.NoPage();
        return new(number, title, content, Text(json, "status") ?? "", Text(json, "link"));
    }

    private static string? Raw(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, "raw") : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

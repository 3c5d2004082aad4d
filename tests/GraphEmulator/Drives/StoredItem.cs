using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OpsAutomation.GraphEmulator.Drives;

/// <summary>A file or folder of a drive.</summary>
public sealed class StoredItem
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The id of its folder; null for the root.</summary>
    public string? Parent { get; set; }

    /// <summary>Its bytes; null for a folder.</summary>
    public byte[]? Content { get; set; }

    /// <summary>When it changed last.</summary>
    public DateTimeOffset Modified { get; set; }

    /// <summary>When its content was written, as the machine that wrote it says.</summary>
    public DateTimeOffset Written { get; set; }

    /// <summary>How often anything of it changed.</summary>
    public int Changes { get; set; } = 1;

    /// <summary>Whether it was deleted.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The number of its last change within the drive.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether an app changed it last, and no person.</summary>
    public bool ByApp { get; set; }

    internal string ETag => $"\"{{{Id}}},{Changes}\"";

    internal JsonObject ToJson(string drive, string? download)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["parentReference"] = new JsonObject { ["driveId"] = drive, ["driveType"] = "documentLibrary" },
        };
        if (Parent is not null)
            json["parentReference"]!["id"] = Parent;
        if (IsDeleted)
        {
            json["deleted"] = new JsonObject { ["state"] = "deleted" };
            return json;
        }

        json["name"] = Name;
        json["size"] = Content?.LongLength ?? 0;
        // Delta of a library leaves the cTag out; a rename changes the eTag.
        json["eTag"] = ETag;
        json["webUrl"] = $"https://contoso.sharepoint.com/{Id}";
        json["lastModifiedBy"] = ByApp
            ? new JsonObject { ["application"] = new JsonObject { ["displayName"] = "app" } }
            : new JsonObject { ["user"] = new JsonObject { ["displayName"] = "person" } };
        json["lastModifiedDateTime"] = Moment(Modified);
        json["fileSystemInfo"] = new JsonObject { ["createdDateTime"] = Moment(Written), ["lastModifiedDateTime"] = Moment(Written) };
        if (Content is null)
            json["folder"] = new JsonObject { ["childCount"] = 0 };
        else
            json["file"] = new JsonObject { ["mimeType"] = "application/octet-stream", ["hashes"] = new JsonObject { ["quickXorHash"] = Convert.ToBase64String(SHA256.HashData(Content).AsSpan(0, 20)) } };
        if (Parent is null)
            json["root"] = new JsonObject();
        if (download is not null && Content is not null)
            json["@microsoft.graph.downloadUrl"] = download;
        return json;
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

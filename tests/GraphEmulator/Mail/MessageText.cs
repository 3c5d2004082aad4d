using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>Messages as JSON and MIME, in and out.</summary>
internal static class MessageText
{
    // Kept as fields of the message, not among its headers.
    private static readonly HashSet<string> Fields = new(
        ["From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Fills a message from MIME; one body is kept, and extended properties cannot come this way.</summary>
    public static void Fill(StoredMessage message, MimeReader mime, Func<string> newId)
    {
        message.Subject = mime.Header("Subject") ?? "";
        message.From = mime.People("From") is [var sender, ..] ? sender : null;
        message.To = [.. mime.People("To")];
        message.ReplyTo = [.. mime.People("Reply-To")];
        message.InternetMessageId = mime.Header("Message-ID") ?? message.InternetMessageId;
        message.Headers = [.. mime.Headers.Where(header => !Fields.Contains(header.Key))];
        foreach (var part in mime.Leaves)
        {
            if (part.FileName is { } name)
                message.Attachments.Add(new(newId(), name, part.MediaType, part.Bytes));
            else if (part.MediaType == "text/html")
                message.Html = part.Text;
            else
                message.Text = part.Text;
        }

        if (message.Html is { } html)
            message.Text = HtmlText.Of(html);
    }

    /// <summary>Fills a message from JSON, creation or change.</summary>
    public static void Fill(StoredMessage message, JsonObject json, DateTimeOffset now)
    {
        if ((string?)json["subject"] is { } subject)
            message.Subject = subject;
        if (json["body"] is { } body)
        {
            var isHtml = string.Equals((string?)body["contentType"], "html", StringComparison.OrdinalIgnoreCase);
            message.Html = isHtml ? (string?)body["content"] : null;
            message.Text = isHtml ? HtmlText.Of(message.Html ?? "") : (string?)body["content"] ?? "";
        }

        message.From = MailPerson.From(json["from"]) ?? message.From;
        if (json["toRecipients"] is JsonArray to)
            message.To = [.. to.Select(MailPerson.From).OfType<MailPerson>()];
        if (json["replyTo"] is JsonArray reply)
            message.ReplyTo = [.. reply.Select(MailPerson.From).OfType<MailPerson>()];
        if ((bool?)json["isRead"] is { } read)
            message.IsRead = read;
        foreach (var property in json["singleValueExtendedProperties"] as JsonArray ?? [])
            message.Properties[(string)property!["id"]!] = ((string)property["id"]!, (string)property["value"]!, now);
    }

    /// <summary>A message as Graph shows it to this request.</summary>
    public static JsonObject Json(StoredMessage message, HttpRequest request)
    {
        var immutable = request.Headers["Prefer"].ToString().Contains("ImmutableId", StringComparison.OrdinalIgnoreCase);
        var json = new JsonObject
        {
            ["id"] = immutable ? message.ImmutableId : message.PlaceId,
            ["@odata.etag"] = $"W/\"{message.ImmutableId}-{message.Changes}\"",
            ["changeKey"] = message.Changes.ToString(CultureInfo.InvariantCulture),
            ["createdDateTime"] = Moment(message.Created),
            ["lastModifiedDateTime"] = Moment(message.Modified),
            ["receivedDateTime"] = Moment(message.Created),
            ["sentDateTime"] = Moment(message.Accepted ?? message.Created),
            ["subject"] = message.Subject,
            ["bodyPreview"] = message.Text[..Math.Min(255, message.Text.Length)],
            ["body"] = new JsonObject { ["contentType"] = message.Html is null ? "text" : "html", ["content"] = message.Html ?? message.Text },
            ["from"] = message.From?.ToJson(),
            ["sender"] = message.From?.ToJson(),
            ["toRecipients"] = new JsonArray([.. message.To.Select(person => person.ToJson())]),
            ["replyTo"] = new JsonArray([.. message.ReplyTo.Select(person => person.ToJson())]),
            ["isDraft"] = message.IsDraft,
            ["isRead"] = message.IsRead,
            ["hasAttachments"] = message.Attachments.Count > 0,
            ["internetMessageId"] = message.InternetMessageId,
            ["parentFolderId"] = message.Folder,
        };
        if (GraphQuery.Selects(request, "internetMessageHeaders"))
            json["internetMessageHeaders"] = new JsonArray([.. message.Headers.Select(header => new JsonObject { ["name"] = header.Key, ["value"] = header.Value })]);
        if (GraphQuery.Text(request, "$expand") is { } expand)
            Expand(json, message, expand);
        return json;
    }

    private static void Expand(JsonObject json, StoredMessage message, string expand)
    {
        if (expand.Contains("singleValueExtendedProperties", StringComparison.OrdinalIgnoreCase))
        {
            var shown = message.Properties.Values.Where(property => expand.Contains(property.Id, StringComparison.OrdinalIgnoreCase));
            JsonArray properties = [.. shown.Select(property => new JsonObject { ["id"] = property.Id, ["value"] = property.Value })];
            if (properties.Count > 0)
                json["singleValueExtendedProperties"] = properties;
        }

        if (expand.Contains("attachments", StringComparison.OrdinalIgnoreCase))
            json["attachments"] = new JsonArray([.. message.Attachments.Select(file => file.ToJson(withContent: true))]);
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}

using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Exports;

/// <summary>The reports of imports as blobs, so that a file that comes again can be answered for, and rejections looked up.</summary>
internal static class StoredReport
{
    public const string RejectionFolder = "rejections/";
    private const string Folder = "imports/";

    /// <summary>Keeps a report and its rejections.</summary>
    /// <returns>The report's blob.</returns>
    public static async Task<string> WriteAsync(
        IBlobStore blobs, EngagementId engagement, ImportStamp stamp, ImportReport report, RejectionLog rejections, CancellationToken cancellationToken)
    {
        var name = $"{stamp.Number:D6}-{stamp.Suffix}";
        var hasRejections = rejections.All.Count > 0;
        if (hasRejections)
            await blobs.WriteAsync(engagement, RejectionPath(name), rejections.WriteAsync, cancellationToken);
        var text = Encoding.UTF8.GetBytes(ToJson(report, hasRejections ? RejectionPath(name) : null));
        var path = $"{Folder}{name}.json";
        await blobs.WriteAsync(engagement, path, async (stream, token) => await stream.WriteAsync(text, token), cancellationToken);
        return path;
    }

    /// <summary>The report of a file that was imported before: nothing is accepted, what was is superseded by itself.</summary>
    public static async Task<ImportReport> ReadAgainAsync(
        IBlobStore blobs, EngagementId engagement, ImportEntry entry, CancellationToken cancellationToken)
    {
        var source = entry.Source;
        using var document = JsonDocument.Parse(await ReadTextAsync(blobs, engagement, entry.Report, cancellationToken) ?? "{}");
        var root = document.RootElement;
        var rejections = root.TryGetProperty("rejections", out var path)
            ? await ReadTextAsync(blobs, engagement, path.GetString(), cancellationToken)
            : null;
        return new ImportReport
        {
            Number = source.Number,
            File = source.File,
            Profile = source.Profile,
            Encoding = root.TryGetProperty("encoding", out var encoding) ? encoding.GetString()! : "",
            Delimiter = root.TryGetProperty("delimiter", out var delimiter) ? delimiter.GetString()?[0] : null,
            Facts = [.. source.Facts.Select(count => count with { Accepted = 0, Superseded = count.Read - count.Rejected })],
            Columns = root.TryGetProperty("columns", out var columns) ? [.. columns.EnumerateArray().Select(ReadColumn)] : [],
            Rejections = [.. RejectionLog.Read(rejections ?? "")],
            Warnings =
            [
                new(
                    $"This file was imported already (import {source.Number}): nothing has changed.",
                    $"Ce fichier a déjà été importé (import {source.Number})\u00a0: rien n’a changé."),
            ],
            ImportedAt = source.ImportedAt,
            Taken = source.Taken,
            AlreadyImported = true,
        };
    }

    private static string RejectionPath(string name) => $"{RejectionFolder}{name}.jsonl";

    private static async Task<string?> ReadTextAsync(IBlobStore blobs, EngagementId engagement, string? path, CancellationToken cancellationToken)
    {
        if (path is null || await blobs.OpenReadAsync(engagement, path, cancellationToken) is not { } stream)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static string ToJson(ImportReport report, string? rejections) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("encoding", report.Encoding);
        ImportReportJson.Write(json, "delimiter", report.Delimiter);
        json.WriteStartArray("columns");
        foreach (var column in report.Columns)
            ImportReportJson.Write(json, column);
        json.WriteEndArray();
        json.WriteString("rejections", rejections);
        json.WriteEndObject();
    });

    private static ColumnReport ReadColumn(JsonElement column) => new(
        column.GetProperty("name").GetString()!,
        column.GetProperty("field").GetString(),
        column.GetProperty("decimalMark").GetString()?[0],
        column.GetProperty("dateOrder").GetString(),
        column.GetProperty("certainty").GetDecimal());
}

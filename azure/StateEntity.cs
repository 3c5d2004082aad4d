using System.Text;
using Azure.Data.Tables;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure;

/// <summary>A record as an entity: its JSON in UTF-8, cut into properties of at most 64 KiB, or the path of the blob that holds it.</summary>
internal static class StateEntity
{
    /// <summary>Values up to here are kept in the entity: below 1 MiB with the keys and names of properties.</summary>
    public const int LargestInline = 900_000;

    private const int LargestPart = 60_000;
    private const string Id = "Id";
    private const string Overflow = "Blob";

    /// <summary>The property that names the blob, for queries that ask for no other.</summary>
    public static IReadOnlyList<string> NameOfOverflow { get; } = [Overflow];

    public static TableEntity Of(EngagementId engagement, StateKey key, byte[] value)
    {
        var entity = Empty(engagement, key);
        for (var part = 0; part * LargestPart < value.Length || part == 0; part++)
            entity["Part" + part] = value.AsSpan(part * LargestPart, Math.Min(LargestPart, value.Length - (part * LargestPart))).ToArray();
        return entity;
    }

    public static TableEntity OfOverflow(EngagementId engagement, StateKey key, string path)
    {
        var entity = Empty(engagement, key);
        entity[Overflow] = path;
        return entity;
    }

    public static TableEntity Empty(EngagementId engagement, StateKey key)
    {
        var rowKey = StateRowKey.Of(key);
        var entity = new TableEntity(engagement.Value, rowKey);
        if (StateRowKey.IsHashed(rowKey))
            entity[Id] = key.Id;
        return entity;
    }

    public static string? OverflowOf(TableEntity entity) => entity.GetString(Overflow);

    public static string IdOf(TableEntity entity) => entity.GetString(Id) ?? StateRowKey.IdOf(entity.RowKey);

    public static string ValueOf(TableEntity entity)
    {
        using var value = new MemoryStream();
        for (var part = 0; entity.GetBinary("Part" + part) is { } bytes; part++)
            value.Write(bytes);
        return Encoding.UTF8.GetString(value.GetBuffer(), 0, (int)value.Length);
    }
}

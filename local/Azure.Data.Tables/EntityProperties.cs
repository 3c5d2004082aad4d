using System.Reflection;

namespace Azure.Data.Tables;

/// <summary>The properties of an entity beyond its keys, time and version: of a dictionary, or of a class of the caller's.</summary>
internal static class EntityProperties
{
    private static readonly HashSet<string> Own = new(["PartitionKey", "RowKey", "Timestamp", "ETag", "odata.etag"], StringComparer.Ordinal);

    public static IEnumerable<KeyValuePair<string, object>> Of(ITableEntity entity) => entity is IEnumerable<KeyValuePair<string, object>> pairs
        ? pairs.Where(pair => !Own.Contains(pair.Key))
        : entity.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && !Own.Contains(property.Name))
            .Select(property => KeyValuePair.Create(property.Name, property.GetValue(entity)));

    public static T As<T>(TableEntity read)
        where T : ITableEntity
    {
        if (read is T same)
            return same;
        var entity = Activator.CreateInstance<T>();
        entity.PartitionKey = read.PartitionKey;
        entity.RowKey = read.RowKey;
        entity.Timestamp = read.Timestamp;
        entity.ETag = read.ETag;
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && !Own.Contains(property.Name)))
        {
            if (read[property.Name] is { } value)
                property.SetValue(entity, Convert(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        }

        return entity;
    }

    private static object Convert(object value, Type type) => value switch
    {
        DateTimeOffset moment when type == typeof(DateTime) => moment.UtcDateTime,
        byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
        int number when type == typeof(long) => (long)number,
        int number when type == typeof(double) => (double)number,
        _ => value,
    };
}

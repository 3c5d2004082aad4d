using System.Collections;

namespace Azure.Data.Tables;

/// <summary>An entity as a dictionary of properties.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> properties = new(StringComparer.Ordinal);

    /// <summary>An entity without keys.</summary>
    public TableEntity()
    {
    }

    /// <summary>An entity with its keys.</summary>
    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>An entity from properties.</summary>
    public TableEntity(IDictionary<string, object> values)
    {
        foreach (var (key, value) in values)
            properties[key] = value;
    }

    /// <inheritdoc/>
    public string PartitionKey { get => GetString("PartitionKey"); set => properties["PartitionKey"] = value; }

    /// <inheritdoc/>
    public string RowKey { get => GetString("RowKey"); set => properties["RowKey"] = value; }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get => GetDateTimeOffset("Timestamp"); set => properties["Timestamp"] = value; }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString("odata.etag") is { } text ? new ETag(text) : default;
        set => properties["odata.etag"] = value.ToString();
    }

    /// <summary>How many properties there are.</summary>
    public int Count => properties.Count;

    /// <summary>The names of the properties.</summary>
    public ICollection<string> Keys => properties.Keys;

    ICollection<object> IDictionary<string, object>.Values => properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>A property; null where there is none.</summary>
    public object this[string key]
    {
        get => properties.GetValueOrDefault(key);
        set => properties[key] = value;
    }

    /// <summary>A text, or null.</summary>
    public string GetString(string key) => (string)this[key];

    /// <summary>Bytes, or null.</summary>
    public byte[] GetBinary(string key) => this[key] switch
    {
        null => null,
        BinaryData data => data.ToArray(),
        var value => (byte[])value,
    };

    /// <summary>Bytes, or null.</summary>
    public BinaryData GetBinaryData(string key) => this[key] switch
    {
        null => null,
        byte[] bytes => BinaryData.FromBytes(bytes),
        var value => (BinaryData)value,
    };

    /// <summary>A flag, or null.</summary>
    public bool? GetBoolean(string key) => (bool?)this[key];

    /// <summary>A moment in UTC, or null.</summary>
    public DateTime? GetDateTime(string key) => this[key] switch
    {
        null => null,
        DateTimeOffset moment => moment.UtcDateTime,
        var value => (DateTime)value,
    };

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) => this[key] switch
    {
        null => null,
        DateTime moment => new DateTimeOffset(moment),
        var value => (DateTimeOffset)value,
    };

    /// <summary>A number, or null.</summary>
    public double? GetDouble(string key) => (double?)this[key];

    /// <summary>A GUID, or null.</summary>
    public Guid? GetGuid(string key) => (Guid?)this[key];

    /// <summary>A number of 32 bits, or null.</summary>
    public int? GetInt32(string key) => (int?)this[key];

    /// <summary>A number of 64 bits, or null.</summary>
    public long? GetInt64(string key) => (long?)this[key];

    /// <summary>Adds a property.</summary>
    public void Add(string key, object value) => properties.Add(key, value);

    /// <summary>Whether there is a property of that name.</summary>
    public bool ContainsKey(string key) => properties.ContainsKey(key);

    /// <summary>Removes a property.</summary>
    public bool Remove(string key) => properties.Remove(key);

    /// <summary>Finds a property.</summary>
    public bool TryGetValue(string key, out object value) => properties.TryGetValue(key, out value);

    /// <summary>Removes all properties.</summary>
    public void Clear() => properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => properties.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();
}

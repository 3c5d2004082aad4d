namespace Azure.Data.Tables;

/// <summary>What every entity has.</summary>
public interface ITableEntity
{
    /// <summary>The partition: with <see cref="RowKey"/> the entity's identity.</summary>
    string PartitionKey { get; set; }

    /// <summary>The identity within the partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the entity.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The entity's version.</summary>
    ETag ETag { get; set; }
}

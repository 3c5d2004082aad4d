namespace OpsAutomation.Azure;

/// <summary>Which storage account holds the product's data.</summary>
public sealed record StorageSettings
{
    /// <summary>A connection string: for the Azurite emulator only. Null in the cloud, where the identity is used.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The account's blob endpoint, <c>https://ACCOUNT.blob.core.windows.net</c>.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>The account's queue endpoint.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>The account's table endpoint.</summary>
    public Uri? TableServiceUri { get; init; }
}

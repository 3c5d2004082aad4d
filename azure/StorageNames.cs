namespace OpsAutomation.Azure;

/// <summary>The containers and tables that the product uses: infrastructure creates those of these names.</summary>
public static class StorageNames
{
    /// <summary>The container of facts, rejections and whatever has none of its own: <c>{engagement}/{path}</c>.</summary>
    public const string Engagements = "engagements";

    /// <summary>The container of the engagements' YAML: <c>{engagement}.yaml</c>.</summary>
    public const string Configuration = "configuration";

    /// <summary>The container that exports are dropped into: <c>{engagement}/{file}</c> or <c>{engagement}/{source}/{file}</c>.</summary>
    public const string Inbox = "inbox";

    /// <summary>The container of what webhooks brought, as it came.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>The container of the documents: <c>{engagement}/{language}/{kind}/{file}</c>.</summary>
    public const string Documents = "documents";

    /// <summary>The container of the deployed package, in the account of the host: the platform's, which the product only looks at.</summary>
    public const string Deployment = "deployment";

    /// <summary>Every container of the product.</summary>
    public static IReadOnlyList<string> Containers { get; } = [Engagements, Configuration, Inbox, Webhooks, Documents];

    /// <summary>The table of state: the partition is the engagement.</summary>
    public const string State = "state";
}

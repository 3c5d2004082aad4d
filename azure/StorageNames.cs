namespace OpsAutomation.Azure;

/// <summary>The containers and tables that the product uses: infrastructure creates those of these names.</summary>
public static class StorageNames
{
    /// <summary>The container of facts, rejections and documents: <c>{engagement}/{path}</c>.</summary>
    public const string Engagements = "engagements";

    /// <summary>The container of the engagements' YAML: <c>{engagement}.yaml</c>.</summary>
    public const string Configuration = "configuration";

    /// <summary>The table of state: the partition is the engagement.</summary>
    public const string State = "state";
}

namespace OpsAutomation.Engagements;

/// <summary>The files of a folder in SharePoint or OneDrive.</summary>
/// <param name="Drive">The id of a drive, or the address of the person whose OneDrive it is; null for the default library of a site.</param>
/// <param name="Site">The id of a site, or its host and path (<c>contoso.sharepoint.com:/sites/lumen</c>); null where a drive is named.</param>
/// <param name="Folder">The folder by its names from the top of the drive, such as <c>Clients/Lumen</c>; empty for the top itself.</param>
/// <param name="Subfolders">Whether the folders below count too.</param>
public sealed record DriveOrigin(string? Drive, string? Site, string Folder, bool Subfolders) : SourceOrigin
{
    /// <summary>The tenant that it is in, an id or a domain; null for the operator's own.</summary>
    public string? Tenant { get; init; }
}

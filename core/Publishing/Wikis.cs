using OpsAutomation.Engagements;

namespace OpsAutomation.Publishing;

/// <summary>The wikis that the app can publish to.</summary>
/// <param name="WordPress">WordPress sites.</param>
/// <param name="Drive">Folders of SharePoint and OneDrive; null where Graph is not set up.</param>
public sealed record Wikis(IWiki WordPress, IWiki? Drive)
{
    /// <summary>What publishes to a target.</summary>
    /// <exception cref="OpsException">Refused: Graph is not set up.</exception>
    public IWiki Of(PublishingTarget target) => target.Drive is null ? WordPress : Drive ?? throw OpsException.Refused(
        $"{target.Id} is a folder of SharePoint or OneDrive, and Microsoft Graph is not set up: set Ops__Graph__TenantId (docs/publishing.md).",
        $"{target.Id} est un dossier SharePoint ou OneDrive, et Microsoft Graph n'est pas configuré\u00a0: renseignez Ops__Graph__TenantId (docs/publishing.md).");
}

using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace OpsAutomation.Azure.Graph;

/// <summary>The folders of a mailbox by their names.</summary>
internal sealed class MailFolderTree(GraphServiceClient graph, string mailbox)
{
    // Names that people use in any language of Outlook, and Graph as an id.
    private static readonly string[] WellKnown = ["inbox", "archive"];

    /// <summary>The id of a folder, or null where there is none.</summary>
    public async Task<string?> FindAsync(string path, CancellationToken cancellationToken)
    {
        string? folder = null;
        foreach (var name in path.Split('/'))
        {
            if (await ChildAsync(folder, name, cancellationToken).ConfigureAwait(false) is not { } child)
                return null;
            folder = child;
        }

        return folder;
    }

    /// <summary>The id of a folder, which comes to be where it is not there.</summary>
    public async Task<string> CreateAsync(string path, CancellationToken cancellationToken)
    {
        string? folder = null;
        foreach (var name in path.Split('/'))
            folder = await ChildAsync(folder, name, cancellationToken).ConfigureAwait(false) ?? await AddAsync(folder, name, cancellationToken).ConfigureAwait(false);
        return folder!;
    }

    private async Task<string?> ChildAsync(string? parent, string name, CancellationToken cancellationToken)
    {
        if (parent is null && WellKnown.Contains(name, StringComparer.OrdinalIgnoreCase))
            return (await graph.Users[mailbox].MailFolders[name.ToLowerInvariant()].GetAsync(config => config.QueryParameters.Select = ["id"], cancellationToken).ConfigureAwait(false))?.Id;
        var page = parent is null
            ? await graph.Users[mailbox].MailFolders.GetAsync(
                config => (config.QueryParameters.Select, config.QueryParameters.Top) = (["id", "displayName"], 100), cancellationToken).ConfigureAwait(false)
            : await graph.Users[mailbox].MailFolders[parent].ChildFolders.GetAsync(
                config => (config.QueryParameters.Select, config.QueryParameters.Top) = (["id", "displayName"], 100), cancellationToken).ConfigureAwait(false);
        while (page is not null)
        {
            // Compared here: a filter of the service has rules of its own about case and quotes.
            if (page.Value?.Find(folder => string.Equals(folder.DisplayName, name, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found.Id;
            page = page.OdataNextLink is { } next
                ? await graph.Users[mailbox].MailFolders.WithUrl(next).GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false)
                : null;
        }

        return null;
    }

    private async Task<string> AddAsync(string? parent, string name, CancellationToken cancellationToken)
    {
        try
        {
            var folder = new MailFolder { DisplayName = name };
            var created = parent is null
                ? await graph.Users[mailbox].MailFolders.PostAsync(folder, cancellationToken: cancellationToken).ConfigureAwait(false)
                : await graph.Users[mailbox].MailFolders[parent].ChildFolders.PostAsync(folder, cancellationToken: cancellationToken).ConfigureAwait(false);
            return created!.Id!;
        }
        catch (ODataError error) when (GraphFailure.StatusOf(error) == HttpStatusCode.Conflict)
        {
            // Another run created it.
            return await ChildAsync(parent, name, cancellationToken).ConfigureAwait(false) ?? throw new OpsException(FailureKind.Refused, GraphUse.ReadMailbox.NotFound);
        }
    }
}

using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Publishing;

/// <summary>The records of pages that were published: collection <c>published-pages</c>, id target and page.</summary>
public sealed class PublishedPages(IStateStore state)
{
    private const string Collection = "published-pages";

    /// <summary>The pages, by target and page.</summary>
    public async Task<IReadOnlyList<PublishedPage>> ListAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var pages = new List<PublishedPage>();
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            pages.Add(DocumentJson.ReadPage(entry.Value));
        return pages;
    }

    /// <summary>Records a page as it stands; what another run recorded at the same moment was of the same page.</summary>
    internal Task KeepAsync(EngagementId engagement, PublishedPage page, CancellationToken cancellationToken) =>
        state.CommitAsync(engagement, [StateChange.Put(new(Collection, $"{page.Target}/{page.Page}"), DocumentJson.Write(page))], cancellationToken);
}

using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Publishing;

/// <summary>Brings one page to what it shall hold. Each step is recorded before the next, so that a run that is cut short is gone on with.</summary>
internal sealed class PageSync(IWiki wiki, PublishedPages pages, Engagement engagement, PublishingTarget target, LocalDate today)
{
    /// <summary>Makes or replaces a page; one that people changed, removed or took is left to them.</summary>
    /// <param name="content">What it shall hold.</param>
    /// <param name="record">The document.</param>
    /// <param name="known">What is recorded of the page; null for nothing.</param>
    /// <param name="force">Whether it is written over what people made of it.</param>
    /// <param name="recheck">Whether it is looked at though there is nothing new.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<PublishedPage> BringAsync(
        PageContent content, DocumentRecord record, PublishedPage? known, bool force, bool recheck, CancellationToken cancellationToken)
    {
        if (known is { IsConflict: true } && known.Waits == content.Hash && !force && !recheck)
            return known.Text == PageReader.PrintOf(record) ? known : await KeepAsync(known with { Text = PageReader.PrintOf(record) }, cancellationToken).ConfigureAwait(false);
        if (known?.RemoteId is not { } id || known.State == PublishedState.Retired)
            return await MakeAsync(content, record, known, force, cancellationToken).ConfigureAwait(false);
        if (known is { State: PublishedState.Published, Sending: null } && known.Hash == content.Hash && !recheck)
            return await KeepAsync(known with { Text = PageReader.PrintOf(record), Version = record.Version, Title = content.Title }, cancellationToken).ConfigureAwait(false);
        var found = await wiki.FindAsync(engagement.Id, target, id, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return force
                ? await MakeAsync(content, record, known, force, cancellationToken).ConfigureAwait(false)
                : await WaitAsync(known, PublishedState.Removed, content, record, cancellationToken).ConfigureAwait(false);
        }

        if (!force && found.Mark != known.Mark && !await IsOursAsync(found, known, content, cancellationToken).ConfigureAwait(false))
            return await WaitAsync(known, PublishedState.Edited, content, record, cancellationToken).ConfigureAwait(false);
        // Looked at again, and as it should be.
        if (known is { State: PublishedState.Published, Sending: null } && known.Hash == content.Hash && found.Mark == known.Mark)
            return known;
        await KeepAsync(known with { Sending = content.Hash }, cancellationToken).ConfigureAwait(false);
        var replaced = await wiki.ReplaceAsync(engagement.Id, target, found, content, cancellationToken).ConfigureAwait(false);
        return replaced is null
            ? await WaitAsync(known, PublishedState.Edited, content, record, cancellationToken).ConfigureAwait(false)
            : await DoneAsync(replaced, content, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts the page of a retired document into the wiki's bin, unless people changed it.</summary>
    public async Task<PublishedPage> RetireAsync(PublishedPage known, PublishingRequest request, CancellationToken cancellationToken)
    {
        if (known.State == PublishedState.Retired || known.RemoteId is not { } id || (known.IsConflict && known.Waits is null && !request.Rechecks))
            return known;
        var found = await wiki.FindAsync(engagement.Id, target, id, cancellationToken).ConfigureAwait(false);
        if (found is not null)
        {
            var kind = known.Page[(known.Page.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('.')[0];
            if (found.Mark != known.Mark && !request.Overwrites(kind)
                && !await wiki.IsOursAsync(engagement.Id, target, found, [.. new[] { known.Hash, known.Sending }.OfType<string>()], cancellationToken).ConfigureAwait(false))
                return await KeepAsync(known with { State = PublishedState.Edited, Waits = null, Since = today }, cancellationToken).ConfigureAwait(false);
            await wiki.RemoveAsync(engagement.Id, target, found, cancellationToken).ConfigureAwait(false);
        }

        return await KeepAsync(known with { State = PublishedState.Retired, Waits = null, Sending = null, Since = today }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PublishedPage> MakeAsync(PageContent content, DocumentRecord record, PublishedPage? known, bool force, CancellationToken cancellationToken)
    {
        var made = await wiki.CreateAsync(engagement.Id, target, content, cancellationToken).ConfigureAwait(false);
        if (made is not null)
            return await DoneAsync(made, content, record, cancellationToken).ConfigureAwait(false);
        var waiting = known ?? new PublishedPage { Target = target.Id, Page = content.Key, Title = content.Title, Version = record.Version, State = PublishedState.Taken, Since = today };
        return await WaitAsync(waiting with { RemoteId = null }, PublishedState.Taken, content, record, cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> IsOursAsync(RemotePage found, PublishedPage known, PageContent content, CancellationToken cancellationToken) =>
        wiki.IsOursAsync(engagement.Id, target, found, [.. new[] { known.Hash, known.Sending, content.Hash }.OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);

    private Task<PublishedPage> DoneAsync(RemotePage remote, PageContent content, DocumentRecord record, CancellationToken cancellationToken) => KeepAsync(
        new()
        {
            Target = target.Id,
            Page = content.Key,
            Title = content.Title,
            Version = record.Version,
            Text = PageReader.PrintOf(record),
            State = PublishedState.Published,
            RemoteId = remote.Id,
            Mark = remote.Mark,
            Hash = content.Hash,
            Url = remote.Url,
            Since = today,
        },
        cancellationToken);

    private Task<PublishedPage> WaitAsync(PublishedPage known, PublishedState why, PageContent content, DocumentRecord record, CancellationToken cancellationToken) => KeepAsync(
        known with
        {
            State = why,
            Title = content.Title,
            Text = PageReader.PrintOf(record),
            Waits = content.Hash,
            Sending = null,
            Since = known.State == why ? known.Since : today,
        },
        cancellationToken);

    private async Task<PublishedPage> KeepAsync(PublishedPage page, CancellationToken cancellationToken)
    {
        await pages.KeepAsync(engagement.Id, page, cancellationToken).ConfigureAwait(false);
        return page;
    }
}

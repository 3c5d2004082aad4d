using OpsAutomation.Engagements;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Core.Tests.Privacy.Erasure;

internal sealed class FakeKeptMails : IKeptMails
{
    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, Func<string, bool> isNamed, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([.. Texts.Where(mail => isNamed(mail.Value)).Select(mail => mail.Key)]);

    public Task BlankAsync(EngagementId engagement, string mail, CancellationToken cancellationToken = default)
    {
        Texts[mail] = "";
        return Task.CompletedTask;
    }
}

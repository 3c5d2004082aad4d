using Microsoft.AspNetCore.Http;
using OpsAutomation.Functions.Http;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Access;

/// <summary>
/// Who comes in. The operator has a key, or signed in; a reader has a signed link for the one thing that is asked for. What is answered to
/// anybody else depends on what they brought, and not on what there is.
/// </summary>
public sealed class PageAccess(AccessKeys keys, EntraSignIn signIn, ReaderLinks links, HttpGuard guard)
{
    /// <summary>Answers the operator.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="tooLarge">What to say to a body over the host's limit; null for no more than that.</param>
    public Task<IResult> ForOperatorAsync(HttpRequest request, Func<Task<IResult>> answer, LocalizedText? tooLarge = null) =>
        guard.AnswerAsync(request, () => IsOperator(request) ? answer() : Task.FromResult(Refused(request)), tooLarge);

    /// <summary>Answers the operator, and who holds a link.</summary>
    /// <param name="request">The request.</param>
    /// <param name="engagement">The engagement as the address says.</param>
    /// <param name="purpose">What the link must be for.</param>
    /// <param name="item">The one thing that it must be for; null for none.</param>
    /// <param name="answer">The answer, given the reader's link; null for the operator.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<IResult> ForReaderAsync(
        HttpRequest request, string engagement, string purpose, string? item, Func<ReaderLink?, Task<IResult>> answer, CancellationToken cancellationToken) =>
        guard.AnswerAsync(request, async () =>
        {
            if (IsOperator(request))
                return await answer(null);
            if (request.Query[RequestLinks.Token].FirstOrDefault() is not { Length: > 0 } token)
                return Refused(request);
            return await links.FindAsync(token, purpose, cancellationToken) is { } link && link.Engagement.Id.Value == engagement && link.Item == (item ?? "")
                ? await answer(link)
                : Answers.Link(LinkAnswer.NotValid);
        });

    // Both are looked at, whatever the first says.
    private bool IsOperator(HttpRequest request) => keys.Opens(request) | signIn.Opens(request);

    private IResult Refused(HttpRequest request) => HttpGuard.Unauthorized(
        request, Failures.NoKey, signIn.IsOn ? $"{EntraSignIn.Address}?post_login_redirect_uri={Uri.EscapeDataString(request.Path)}" : null);
}

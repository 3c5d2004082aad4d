using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpsAutomation.Boards;

namespace OpsAutomation.Functions.Http;

/// <summary>Runs what answers a request, and makes an answer of what it throws: a page for people, a problem for programs.</summary>
public sealed partial class HttpGuard(ILogger<HttpGuard> log)
{
    private const int AskAgainAfter = 10;

    /// <summary>The answer to a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">What answers it.</param>
    /// <param name="tooLarge">What to say to a body over the host's limit; null for no more than that.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, Func<Task<IResult>> answer, LocalizedText? tooLarge = null)
    {
        try
        {
            return await answer();
        }
        catch (OpsException exception) when (exception.InnerException is BadHttpRequestException cause)
        {
            // A body that breaks off while it is stored looks to the storage like a failure of its own.
            return Unread(request, cause, tooLarge);
        }
        catch (OpsException exception)
        {
            var status = exception.Kind switch
            {
                FailureKind.WrongUsage => StatusCodes.Status400BadRequest,
                FailureKind.Refused => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status503ServiceUnavailable,
            };
            if (exception.Kind == FailureKind.Retriable)
                Postponed(log, exception);
            return Of(request, status, exception.Text);
        }
        catch (BadHttpRequestException exception)
        {
            return Unread(request, exception, tooLarge);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(log, exception);
            return Of(request, StatusCodes.Status500InternalServerError, Failures.Unexpected);
        }
    }

    /// <summary>The answer where there is nothing of that name.</summary>
    public static IResult NotFound(HttpRequest request, LocalizedText text) => Of(request, StatusCodes.Status404NotFound, text);

    /// <summary>The answer to who may not, whatever was asked for: it says nothing of what there is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="text">What it opens with.</param>
    /// <param name="signIn">Where a person can sign in; null for nowhere.</param>
    public static IResult Unauthorized(HttpRequest request, LocalizedText text, string? signIn = null) => Of(
        request, StatusCodes.Status401Unauthorized, text, signIn is null ? null : (Failures.SignIn.In(Languages.Of(request)), signIn));

    /// <summary>The answer to a body over the host's limit.</summary>
    public static IResult TooLarge(HttpRequest request, LocalizedText text) => Of(request, StatusCodes.Status413PayloadTooLarge, text);

    private static IResult Unread(HttpRequest request, BadHttpRequestException exception, LocalizedText? tooLarge) => Of(
        request, exception.StatusCode, exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? tooLarge ?? Failures.TooLarge : Failures.BadRequest);

    private static IResult Of(HttpRequest request, int status, LocalizedText text, (string Text, string Address)? link = null)
    {
        var language = Languages.Of(request);
        var detail = text.In(language);
        var retry = status == StatusCodes.Status503ServiceUnavailable ? AskAgainAfter : (int?)null;
        var title = Failures.TitleOf(status).In(language);
        return WantsPage(request)
            ? Answers.Page(MessagePage.Write(title, detail, language, link), status, retry)
            : Answers.Json(new Problem(title, status, detail), AnswerJson.Readable.Problem, status, "application/problem+json", retry);
    }

    private static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(100, LogLevel.Error, "A request failed", EventName = "RequestFailed")]
    private static partial void Failed(ILogger log, Exception exception);

    [LoggerMessage(101, LogLevel.Warning, "A request could not be answered now", EventName = "RequestPostponed")]
    private static partial void Postponed(ILogger log, Exception exception);
}

using System.Globalization;
using System.Net;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace OpsAutomation.Azure.Graph;

/// <summary>Tells what a failed request means: something to mend, something to try again, or something that is not there.</summary>
internal static class GraphFailure
{
    /// <summary>Whether a failure is one of Graph or of the way there.</summary>
    public static bool IsGraph(Exception error) =>
        error is ApiException or HttpRequestException or IOException or AuthenticationFailedException or NotAskedException
        || (error is TaskCanceledException && error.InnerException is TimeoutException);

    /// <summary>The status answered, or null where no answer came.</summary>
    public static HttpStatusCode? StatusOf(Exception error) => error is ApiException { ResponseStatusCode: > 0 } api ? (HttpStatusCode)api.ResponseStatusCode : null;

    /// <summary>Whether the item is absent; a mailbox that is absent is another matter.</summary>
    public static bool IsItemNotFound(Exception error) =>
        StatusOf(error) == HttpStatusCode.NotFound && error is ODataError { Error.Code: { } code } && code.Contains("ItemNotFound", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the mailbox is asked too much: nothing was done, and asking more is no help.</summary>
    public static bool IsThrottled(Exception error) => error is NotAskedException || StatusOf(error) == HttpStatusCode.TooManyRequests;

    /// <summary>Whether the service refused before it did anything: what was asked for has not happened.</summary>
    public static bool IsWithoutEffect(Exception error) => error is AuthenticationFailedException || IsThrottled(error)
        || StatusOf(error) is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            or HttpStatusCode.RequestEntityTooLarge;

    /// <summary>The failure for a person and for whoever decides about retries. No address and no answer of the service is quoted.</summary>
    public static OpsException Of(Exception error, GraphUse use) => StatusOf(error) switch
    {
        HttpStatusCode.Unauthorized => Refused(use.NotSignedIn, error),
        HttpStatusCode.Forbidden => Refused(use.NotAllowed, error),
        HttpStatusCode.NotFound => Refused(use.NotFound, error),
        _ when IsThrottled(error) => new(FailureKind.Retriable, new(
            "Microsoft Graph asks to slow down. Nothing is lost: it is tried again later by itself.",
            "Microsoft Graph demande de ralentir. Rien n'est perdu\u00a0: un nouvel essai suit plus tard de lui-même."))
        {
            RetryAfter = RetryAfter(error),
        },
        HttpStatusCode.RequestTimeout => Unreachable(error),
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and { } status => OpsException.Refused(
            $"Microsoft Graph refuses the request (status {(int)status}, {Code(error)}). Look up the code in docs/graph.md, mend what it says, then run it again.",
            $"Microsoft Graph refuse la demande (statut {(int)status}, {Code(error)}). Cherchez ce code dans docs/graph.md, corrigez, puis relancez."),
        null when error is CredentialUnavailableException || (error is AuthenticationFailedException && error.Message.Contains("AADSTS", StringComparison.Ordinal)) =>
            Refused(use.NotSignedIn, error),
        _ => Unreachable(error),
    };

    // What the service answers may quote an address: it is not handed on to logs.
    private static Exception? Quotable(Exception error) => error is ApiException ? null : error;

    private static OpsException Refused(LocalizedText text, Exception error) => new(FailureKind.Refused, text, Quotable(error));

    private static OpsException Unreachable(Exception error) => new(
        FailureKind.Retriable,
        new(
            "Microsoft Graph did not answer, or not in time. Nothing is lost and nothing is sent twice: it is tried again by itself.",
            "Microsoft Graph n'a pas répondu, ou trop tard. Rien n'est perdu ni envoyé deux fois\u00a0: un nouvel essai suit de lui-même."),
        Quotable(error))
    {
        RetryAfter = RetryAfter(error),
    };

    // Graph says it in seconds.
    private static TimeSpan? RetryAfter(Exception error) => error is NotAskedException notAsked
        ? notAsked.Wait
        : error is ApiException { ResponseHeaders: { } headers }
        && headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    // A code is a word of the service's; anything else could quote what was sent.
    private static string Code(Exception error) =>
        error is ODataError { Error.Code: { Length: > 0 and <= 60 } code } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') ? code : "?";
}

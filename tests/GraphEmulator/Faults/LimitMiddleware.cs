using Microsoft.AspNetCore.Http;

namespace OpsAutomation.GraphEmulator.Faults;

/// <summary>Refuses what is too large, and what goes beyond the requests at once of a mailbox.</summary>
internal sealed class LimitMiddleware(RequestDelegate next, MailboxLimits limits, EmulatorSettings settings)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > settings.LargestRequest)
        {
            await GraphAnswer.Error(StatusCodes.Status413PayloadTooLarge, "ErrorMessageSizeExceeded", "The request is too large.").ExecuteAsync(context);
            return;
        }

        var mailbox = MailboxOf(context.Request.Path.Value ?? "");
        if (mailbox is null)
        {
            await next(context);
            return;
        }

        if (!limits.TryEnter(mailbox))
        {
            context.Response.Headers.RetryAfter = "1";
            await GraphAnswer.Error(StatusCodes.Status429TooManyRequests, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.").ExecuteAsync(context);
            return;
        }

        // Whoever has read an answer may ask again before this method ends: a request is over when its answer begins.
        var isOver = 0;
        context.Response.OnStarting(() =>
        {
            Leave();
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            Leave();
        }

        void Leave()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
                limits.Leave(mailbox);
        }
    }

    private static string? MailboxOf(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && parts[0] == "v1.0" && parts[1] == "users" ? parts[2]
            : parts.Length >= 2 && parts[0] == "upload" ? parts[1]
            : null;
    }
}

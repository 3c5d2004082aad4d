using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpsAutomation.GraphEmulator.Faults;

/// <summary>Lets the fault that is due for it happen.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultList faults)
{
    // A caller that never gives up must not keep the emulator from ending.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var fault = request.Path.StartsWithSegments("/_control", StringComparison.Ordinal) ? null : faults.Next(request.Method, request.Path.Value ?? "");
        switch (fault?.Kind)
        {
            case null:
                await next(context);
                break;
            case FaultKind.Status:
                await AnswerAsync(context, fault);
                break;
            case FaultKind.CutBefore:
                context.Abort();
                break;
            case FaultKind.TimeOutBefore:
                await WaitAsync(LongestWait, context);
                context.Abort();
                break;
            case FaultKind.Slow:
                await (fault.Until is { } until ? WaitAsync(until, context) : WaitAsync(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), context));
                await next(context);
                break;
            default:
                await AfterEffectAsync(context, fault);
                break;
        }
    }

    private async Task AfterEffectAsync(HttpContext context, Fault fault)
    {
        var times = fault.Kind == FaultKind.Twice ? 2 : 1;
        context.Request.EnableBuffering(16 * 1024 * 1024);
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        for (var i = 0; i < times; i++)
        {
            context.Request.Body.Position = 0;
            answer.SetLength(0);
            context.Response.Clear();
            context.Response.Body = answer;
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            await next(context);
        }

        context.Response.Body = body;
        switch (fault.Kind)
        {
            case FaultKind.StatusAfter:
                context.Response.Clear();
                await AnswerAsync(context, fault);
                break;
            case FaultKind.CutAfter:
                context.Abort();
                break;
            case FaultKind.TimeOutAfter:
                await WaitAsync(LongestWait, context);
                context.Abort();
                break;
            default:
                answer.Position = 0;
                await answer.CopyToAsync(body);
                break;
        }
    }

    private static Task AnswerAsync(HttpContext context, Fault fault)
    {
        if (fault.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return GraphAnswer.Error(fault.Status, fault.Code, "A fault that was asked for.").ExecuteAsync(context);
    }

    private static async Task WaitAsync(Task until, HttpContext context) =>
        await until.WaitAsync(LongestWait, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task WaitAsync(TimeSpan time, HttpContext context)
    {
        try
        {
            await Task.Delay(time, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up, which is what was waited for.
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsAutomation.FunctionsRuntime.Functions;

namespace OpsAutomation.FunctionsRuntime.Http;

/// <summary>Maps HTTP functions to endpoints, and answers as the host does: 404 where no route takes path and method, 401 without the key, 500 for what a function throws.</summary>
internal static class HttpFunctions
{
    /// <summary>The host's limit of a request's body, in bytes.</summary>
    public const long LargestBody = 104_857_600;

    public static void Map(WebApplication app, IReadOnlyList<FunctionDefinition> functions, HostSettings settings, FunctionKeys keys, ILogger log)
    {
        app.Use(AsTheHostAnswersAsync);
        app.UseRouting();
        foreach (var function in functions)
            Map(app, function, settings.RoutePrefix, keys, log);
    }

    private static void Map(WebApplication app, FunctionDefinition function, string prefix, FunctionKeys keys, ILogger log)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var route = (trigger.Route ?? function.Name).TrimStart('/');
        var pattern = RoutePatternFactory.Parse(prefix.Length == 0 ? route : $"{prefix}/{route}");
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = app.Services,
            RouteParameterNames = pattern.Parameters.Select(parameter => parameter.Name),
            DisableInferBodyFromParameters = true,
        };
        var run = function.Method.IsStatic
            ? RequestDelegateFactory.Create(function.Method, options: options).RequestDelegate
            : RequestDelegateFactory.Create(function.Method, context => Create(context, function.Class), options).RequestDelegate;
        RequestDelegate guarded = context => keys.Allows(trigger.AuthLevel, context.Request) ? InvokeAsync(context, function.Name, run, log) : Refuse(context);
        var endpoint = trigger.Methods is { Length: > 0 } methods
            ? app.MapMethods(pattern.RawText!, methods.Select(method => method.ToUpperInvariant()), guarded)
            : app.Map(pattern, guarded);
        endpoint.WithDisplayName(function.Name).WithMetadata(function);
        RuntimeLog.Mapped(log, function.Name, trigger.Methods is null ? "any" : string.Join(',', trigger.Methods), pattern.RawText!);
    }

    private static object Create(HttpContext context, Type type)
    {
        var target = ActivatorUtilities.CreateInstance(context.RequestServices, type);
        if (target is IAsyncDisposable asynchronous)
            context.Response.RegisterForDisposeAsync(asynchronous);
        else if (target is IDisposable disposable)
            context.Response.RegisterForDispose(disposable);
        return target;
    }

    private static async Task InvokeAsync(HttpContext context, string function, RequestDelegate run, ILogger log)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var started = time.GetTimestamp();
        var requests = context.RequestServices.GetRequiredService<RequestsUnderWay>();
        RuntimeLog.Answering(log, function);
        requests.Begin();
        try
        {
            await run(context);
            RuntimeLog.Executed(log, function, Elapsed());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            RuntimeLog.Stopped(log, function, Elapsed());
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            RuntimeLog.Failed(log, exception, function, Elapsed());
            context.Response.Clear();
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            RuntimeLog.Failed(log, exception, function, Elapsed());
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        finally
        {
            requests.End();
        }

        long Elapsed() => (long)time.GetElapsedTime(started).TotalMilliseconds;
    }

    // The host knows no 405: a method that a route does not take is a route that is not there.
    private static async Task AsTheHostAnswersAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed }
            && context.GetEndpoint()?.Metadata.GetMetadata<FunctionDefinition>() is null)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

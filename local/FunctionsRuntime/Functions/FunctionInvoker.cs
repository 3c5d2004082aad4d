using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpsAutomation.FunctionsRuntime.Functions;

/// <summary>Runs timer and queue functions: a scope and a new object of the class for each run, a time limit, and one line in the log at each end.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, HostSettings settings, TimeProvider time, ILogger<FunctionInvoker> log)
{
    /// <summary>Runs a function; what it throws comes through, logged.</summary>
    public async Task RunAsync(FunctionDefinition function, object trigger, string reason, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        RuntimeLog.Executing(log, function.Name, reason);
        using var limit = new CancellationTokenSource(settings.FunctionTimeout ?? Timeout.InfiniteTimeSpan, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await RunAsync(function, trigger, both.Token);
            RuntimeLog.Executed(log, function.Name, Elapsed(started));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            RuntimeLog.Stopped(log, function.Name, Elapsed(started));
            throw;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            RuntimeLog.Failed(log, exception, function.Name, Elapsed(started));
            throw new TimeoutException($"The function {function.Name} ran longer than {settings.FunctionTimeout}, host.json's functionTimeout.", exception);
        }
        catch (Exception exception)
        {
            RuntimeLog.Failed(log, exception, function.Name, Elapsed(started));
            throw;
        }
    }

    private async Task RunAsync(FunctionDefinition function, object trigger, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var target = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Class);
        try
        {
            var arguments = Array.ConvertAll(
                function.Method.GetParameters(),
                parameter => parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : trigger);
            // An own thread of the pool: a function that works before its first await must not hold up the others.
            await Task.Run(
                async () =>
                {
                    if (function.Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task running)
                        await running;
                },
                CancellationToken.None);
        }
        finally
        {
            if (target is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else
                (target as IDisposable)?.Dispose();
        }
    }

    private long Elapsed(long started) => (long)time.GetElapsedTime(started).TotalMilliseconds;
}

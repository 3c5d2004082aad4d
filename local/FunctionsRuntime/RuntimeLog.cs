using Microsoft.Extensions.Logging;

namespace OpsAutomation.FunctionsRuntime;

/// <summary>What the runtime logs: names, counts and times, never a message or a body.</summary>
internal static partial class RuntimeLog
{
    [LoggerMessage(1, LogLevel.Information, "Executing {Function} ({Reason})", EventName = "FunctionExecuting")]
    public static partial void Executing(ILogger log, string function, string reason);

    [LoggerMessage(5, LogLevel.Debug, "Executing {Function} (HTTP)", EventName = "FunctionAnswering")]
    public static partial void Answering(ILogger log, string function);

    [LoggerMessage(2, LogLevel.Information, "Executed {Function} in {Milliseconds} ms", EventName = "FunctionExecuted")]
    public static partial void Executed(ILogger log, string function, long milliseconds);

    [LoggerMessage(3, LogLevel.Error, "{Function} failed after {Milliseconds} ms", EventName = "FunctionFailed")]
    public static partial void Failed(ILogger log, Exception exception, string function, long milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "{Function} was stopped with the app after {Milliseconds} ms", EventName = "FunctionStopped")]
    public static partial void Stopped(ILogger log, string function, long milliseconds);

    [LoggerMessage(10, LogLevel.Error, "Message {Message} of {Queue} failed {Attempts} times and went to {Poison}", EventName = "MessagePoisoned")]
    public static partial void Poisoned(ILogger log, string message, string queue, int attempts, string poison);

    [LoggerMessage(11, LogLevel.Warning, "Message {Message} of {Queue} was no longer held when its function ended: it may run again", EventName = "MessageLeaseLost")]
    public static partial void LeaseLost(ILogger log, string message, string queue);

    [LoggerMessage(12, LogLevel.Warning, "The queue {Queue} could not be read or written; it is tried again", EventName = "QueueStorageFailed")]
    public static partial void StorageFailed(ILogger log, Exception exception, string queue);

    [LoggerMessage(13, LogLevel.Warning, "Message {Message} of {Queue} returned to its queue, since the app stops", EventName = "MessageReturned")]
    public static partial void Returned(ILogger log, string message, string queue);

    [LoggerMessage(20, LogLevel.Warning, "The timer {Function} is past due since {Due}", EventName = "TimerPastDue")]
    public static partial void PastDue(ILogger log, string function, DateTimeOffset due);

    [LoggerMessage(21, LogLevel.Warning, "The timer {Function} could not be read or written; it is tried again", EventName = "TimerStorageFailed")]
    public static partial void TimerFailed(ILogger log, Exception exception, string function);

    [LoggerMessage(22, LogLevel.Warning, "The timer {Function} was no longer held while it ran: another app may run it", EventName = "TimerLost")]
    public static partial void TimerLost(ILogger log, string function);

    [LoggerMessage(30, LogLevel.Debug, "HTTP {Function}: {Methods} /{Route}", EventName = "RouteMapped")]
    public static partial void Mapped(ILogger log, string function, string methods, string route);

    [LoggerMessage(31, LogLevel.Information, "No function keys are set: those in {File} rule", EventName = "FunctionKeysKept")]
    public static partial void KeysKept(ILogger log, string file);

    [LoggerMessage(32, LogLevel.Debug, "The first requests were not rehearsed", EventName = "FirstRequestsNotRehearsed")]
    public static partial void NotRehearsed(ILogger log, Exception exception);
}

using System.Reflection;

namespace OpsAutomation.FunctionsRuntime;

/// <summary>The embedded runtime's own settings: section <c>FunctionsRuntime</c>. Those of the app itself are in host.json.</summary>
public sealed class RuntimeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "FunctionsRuntime";

    /// <summary>The folder that keeps queues, timers and keys; else OPS_HOME, else <c>~/.opsautomation</c>.</summary>
    public string Home { get; set; } = "";

    /// <summary>host.json's path; else beside the program; defaults rule where there is none.</summary>
    public string HostJson { get; set; } = "";

    /// <summary>The name of the assembly that holds the function classes; else the program's own.</summary>
    public string Assembly { get; set; } = "";

    /// <summary>The function classes' assembly itself, for a program that runs them from another one; goes before <see cref="Assembly"/>.</summary>
    public Assembly? Functions { get; set; }

    /// <summary>The address that HTTP functions listen on.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The port that HTTP functions listen on; 0 takes a free one.</summary>
    public int Port { get; set; } = 7071;

    /// <summary>How long a received message stays hidden unless renewed; renewed at half time while its function runs.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a timer that runs is held unless renewed, and so how long others wait for one whose app has died; 15 to 60 seconds.</summary>
    public TimeSpan TimerLease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stop waits for what is in flight before it is cancelled and its message returned.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Keys that open functions at Function level; where neither list has any, keys are made and kept in the home.</summary>
    public IList<string> FunctionKeys { get; } = [];

    /// <summary>Keys that open every function.</summary>
    public IList<string> AdminKeys { get; } = [];

    /// <summary>
    /// Requests that are answered before the port opens, so that no sender waits for code to be compiled: each whole, as it is written to a
    /// connection. They must change nothing.
    /// </summary>
    public IList<string> Rehearsed { get; } = [];

    internal void Check()
    {
        if (Port is < 0 or > 65535)
            throw new InvalidOperationException($"{Section}:Port is {Port}: a port from 0 to 65535 was expected.");
        if (Lease < TimeSpan.FromSeconds(1) || Lease > TimeSpan.FromDays(7))
            throw new InvalidOperationException($"{Section}:Lease is {Lease}: a time from 1 second to 7 days was expected.");
        if (TimerLease < TimeSpan.FromSeconds(15) || TimerLease > TimeSpan.FromSeconds(60))
            throw new InvalidOperationException($"{Section}:TimerLease is {TimerLease}: a time from 15 to 60 seconds was expected.");
        if (StopTimeout < TimeSpan.Zero)
            throw new InvalidOperationException($"{Section}:StopTimeout is {StopTimeout}: a time that is not negative was expected.");
    }
}

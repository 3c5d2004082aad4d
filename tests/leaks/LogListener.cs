using System.Diagnostics.Tracing;

namespace OpsAutomation.LeakWatch;

/// <summary>Hears every line that any logger of the process writes, with its exception.</summary>
internal sealed class LogListener : EventListener
{
    private const string Logging = "Microsoft-Extensions-Logging";
    private const EventKeywords Formatted = (EventKeywords)4;

    // Sources are told of while the base constructor runs, before there is a watch.
    private readonly Watch? watch;

    public LogListener(Watch watch)
    {
        this.watch = watch;
        foreach (var source in EventSource.GetSources())
            Listen(source);
    }

    protected override void OnEventSourceCreated(EventSource eventSource) => Listen(eventSource);

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Payload is { } payload)
        {
            foreach (var value in payload)
                watch?.Look("log", value as string);
        }
    }

    private void Listen(EventSource source)
    {
        if (source.Name == Logging && watch is not null)
            EnableEvents(source, EventLevel.Informational, Formatted | (EventKeywords)8);
    }
}

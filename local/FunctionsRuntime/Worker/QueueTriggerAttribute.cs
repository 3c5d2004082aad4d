using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Triggers a function by each message of a queue.</summary>
public sealed class QueueTriggerAttribute : TriggerBindingAttribute
{
    private readonly string queue;

    /// <summary>The messages of this queue.</summary>
    public QueueTriggerAttribute(string queueName) => queue = queueName;

    /// <summary>The queue's name; <c>%NAME%</c> stands for a setting.</summary>
    public string QueueName => queue;

    /// <summary>The setting that holds the connection; the embedded runtime has one storage and takes no other.</summary>
    public string? Connection { get; set; }
}

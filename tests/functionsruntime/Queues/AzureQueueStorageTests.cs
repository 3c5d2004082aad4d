using Azure.Storage.Queues;
using OpsAutomation.Azure.Tests;
using OpsAutomation.Conformance;
using OpsAutomation.FunctionsRuntime.Queues;
using OpsAutomation.Queues;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace OpsAutomation.FunctionsRuntime.Tests.Queues;

public sealed class AzureQueueStorageTests(Azurite azurite) : QueueStorageConformance
{
    private static int queues;

    protected override Task<IQueueStorage> OpenAsync()
        => Task.FromResult<IQueueStorage>(new AzureQueueStorage(new QueueServiceClient(azurite.ConnectionString)));

    protected override string NewQueue() => $"queue-{Interlocked.Increment(ref queues)}";

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time);
}

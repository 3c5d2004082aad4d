using Azure.Storage.Blobs;
using OpsAutomation.Azure.Tests;
using OpsAutomation.FunctionsRuntime.Timers;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

public sealed class AzureTimerRunnerTests(Azurite azurite) : TimerRunnerTests
{
    private static int hosts;
    private readonly string host = $"runner-{Interlocked.Increment(ref hosts)}";

    protected override ITimerStore Open() => new AzureTimerStore(new BlobServiceClient(azurite.ConnectionString), host);
}

namespace OpsAutomation.FunctionsRuntime.Tests;

public sealed class HostSettingsTests
{
    [Fact]
    public void What_host_json_says_is_read_and_the_rest_is_the_hosts_default()
    {
        var settings = HostSettings.Parse("""
            {
              "version": "2.0", // comments are allowed
              "functionTimeout": "00:09:00",
              "extensions": {
                "http": { "routePrefix": "v1" },
                "queues": { "batchSize": 8, "newBatchThreshold": 2, "visibilityTimeout": "00:00:30", "maxDequeueCount": 7, "maxPollingInterval": "00:00:10", "messageEncoding": "none" }
              }
            }
            """);

        settings.ShouldBe(new HostSettings
        {
            RoutePrefix = "v1", FunctionTimeout = TimeSpan.FromMinutes(9), BatchSize = 8, NewBatchThreshold = 2, VisibilityTimeout = TimeSpan.FromSeconds(30),
            MaxDequeueCount = 7, MaxPollingInterval = TimeSpan.FromSeconds(10), Base64Messages = false,
        });
        HostSettings.Parse("{}").ShouldBe(new HostSettings());
    }

    [Theory]
    [InlineData("""{"extensions":{"queues":{"batchSize":33}}}""", "batchSize")]
    [InlineData("""{"extensions":{"queues":{"visibilityTimeout":"soon"}}}""", "visibilityTimeout")]
    [InlineData("""{"extensions":{"queues":{"messageEncoding":"hex"}}}""", "messageEncoding")]
    [InlineData("{", "not JSON")]
    public void A_value_that_the_host_does_not_take_is_refused_by_name(string json, string named)
        => Should.Throw<InvalidOperationException>(() => HostSettings.Parse(json)).Message.ShouldContain(named);
}

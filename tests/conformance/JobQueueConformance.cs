using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Conformance;

/// <summary>What every job queue keeps: the same tests run on each. A test sends by the port and looks as a host would.</summary>
public abstract class JobQueueConformance
{
    protected abstract Task<IJobQueue> OpenAsync();

    /// <summary>The texts that a host finds visible in a queue now, decoded.</summary>
    protected abstract Task<IReadOnlyList<string>> ReceiveAsync(string queue);

    [Fact]
    public async Task A_message_is_found_by_the_host_as_it_was_sent()
    {
        var queue = await OpenAsync();

        await queue.SendAsync(JobQueues.Exports, """{"name":"été <&> 😀"}""");

        (await ReceiveAsync(JobQueues.Exports)).ShouldBe(["""{"name":"été <&> 😀"}"""]);
    }

    [Fact]
    public async Task A_delayed_message_is_not_there_yet()
    {
        var queue = await OpenAsync();

        await queue.SendAsync(JobQueues.Events, "{}", TimeSpan.FromMinutes(5));

        (await ReceiveAsync(JobQueues.Events)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_longest_message_fits_and_a_longer_one_is_refused()
    {
        var queue = await OpenAsync();
        var longest = new string('é', JobSender.LongestMessage / 2);

        await queue.SendAsync(JobQueues.Webhooks, longest);

        (await ReceiveAsync(JobQueues.Webhooks)).ShouldBe([longest]);
        await Should.ThrowAsync<ArgumentException>(() => queue.SendAsync(JobQueues.Webhooks, longest + "é"));
    }

    [Fact]
    public async Task Every_queue_and_its_poison_queue_takes_messages()
    {
        var queue = await OpenAsync();

        foreach (var name in JobQueues.All.SelectMany(name => new[] { name, name + JobQueues.PoisonSuffix }))
        {
            await queue.SendAsync(name, name);
            (await ReceiveAsync(name)).ShouldContain(text => text == name);
        }
    }
}

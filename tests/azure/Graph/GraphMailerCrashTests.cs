using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.GraphEmulator.Faults;

namespace OpsAutomation.Azure.Tests.Graph;

/// <summary>
/// Cuts a sending at every line that has an effect: which ones there are is taken from a clean run. A killed process does nothing more, so
/// that after the fatal operation each further one fails too.
/// </summary>
public sealed class GraphMailerCrashTests : IAsyncLifetime
{
    private MailWorld world = null!;

    public async ValueTask InitializeAsync() => world = await MailWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static MailMessage Message => MailWorld.Message with
    {
        Attachments = [new("Revue.docx", "application/octet-stream", new byte[4_000]), new("Plan.docx", "application/octet-stream", new byte[5_000_000])],
    };

    [Theory]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.CutAfter)]
    public async Task Killed_at_any_request_the_next_runs_deliver_one_mail(FaultKind kind)
    {
        var requests = await CleanRunAsync();
        requests.Count.ShouldBeGreaterThan(7);
        for (var fatal = 0; fatal < requests.Count; fatal++)
        {
            var key = Key((int)kind, fatal);
            await KillAtRequestAsync(key, kind, fatal);
            await RecoverAsync(key, $"{kind} at request {fatal}, {requests[fatal]}");
        }
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.StatusAfter)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.CutAfter)]
    public async Task Where_any_request_fails_the_next_runs_deliver_one_mail(FaultKind kind)
    {
        var requests = await CleanRunAsync();
        for (var failing = 0; failing < requests.Count; failing++)
        {
            var key = Key((int)kind, failing);
            world.Emulator.Faults.Clear();
            world.Emulator.Faults.Add(new() { Kind = kind, Skip = failing, Status = 504, Code = "gatewayTimeout" });
            try
            {
                await world.Mailer().SendAsync(world.Engagement, key, Message);
            }
            catch (OpsException error)
            {
                error.Kind.ShouldBe(FailureKind.Retriable);
            }

            await RecoverAsync(key, $"{kind} at request {failing}, {requests[failing]}");
        }
    }

    [Fact]
    public async Task Killed_at_any_operation_on_state_the_next_runs_deliver_one_mail()
    {
        await CleanRunAsync();
        var before = world.State.Operations;
        await world.Mailer().SendAsync(world.Engagement, Key(1, 0), Message);
        var operations = world.State.Operations - before;
        operations.ShouldBeGreaterThan(8);
        for (var fatal = 1; fatal <= operations; fatal++)
        {
            var key = Key(2, fatal);
            await KillAtOperationAsync(key, fatal);
            await RecoverAsync(key, $"operation {fatal}");
        }
    }

    [Fact]
    public async Task Killed_again_and_again_wherever_it_be_one_mail_is_delivered()
    {
        var random = new Random(20261123);
        var requests = (await CleanRunAsync()).Count;
        for (var round = 0; round < 60; round++)
        {
            var key = Key(3, round);
            var story = $"round {round}:";
            for (var kills = random.Next(2, 5); kills > 0; kills--)
            {
                if (random.Next(2) == 0)
                {
                    var (kind, at) = (random.Next(2) == 0 ? FaultKind.CutBefore : FaultKind.CutAfter, random.Next(requests + 2));
                    story += $" {kind} at {at};";
                    await KillAtRequestAsync(key, kind, at);
                }
                else
                {
                    var at = random.Next(1, 16);
                    story += $" state at {at};";
                    await KillAtOperationAsync(key, at);
                }

                world.Clock.Advance(Duration.FromSeconds(random.Next(240)));
            }

            await RecoverAsync(key, story);
        }
    }

    private async Task<IReadOnlyList<string>> CleanRunAsync()
    {
        world.Emulator.Requests.Clear();
        await world.Mailer().SendAsync(world.Engagement, Key(0, 0), Message);
        // What follows the send is tidying, whose failure is nobody's.
        return [.. world.Emulator.Requests.All.Select(request => $"{request.Method} {request.Path}")];
    }

    private async Task KillAtRequestAsync(string key, FaultKind kind, int fatal)
    {
        world.Emulator.Requests.Clear();
        world.Emulator.Faults.Clear();
        world.Emulator.Faults.Add(new() { Kind = kind, Skip = fatal });
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutBefore, Skip = fatal, Times = 0 });
        world.State.Fault = (_, _) => world.Emulator.Requests.All.Count > fatal ? new IOException("Killed.") : null;
        await SendAndDieAsync(key);
    }

    private async Task KillAtOperationAsync(string key, int fatal)
    {
        var from = world.State.Operations;
        world.State.Fault = (number, _) =>
        {
            if (number - from < fatal)
                return null;
            world.Emulator.Faults.Add(new() { Kind = FaultKind.CutBefore, Times = 0 });
            return new IOException("Killed.");
        };
        await SendAndDieAsync(key);
    }

    private async Task SendAndDieAsync(string key)
    {
        try
        {
            await world.Mailer().SendAsync(world.Engagement, key, Message);
        }
        catch (Exception error) when (error is IOException or OpsException)
        {
            // What a killed process says is not heard.
        }

        world.State.Fault = null;
        world.Emulator.Faults.Clear();
    }

    private async Task RecoverAsync(string key, string story)
    {
        world.Emulator.Faults.Clear();
        await world.SendUntilDoneAsync(Message, key);
        var messages = world.Settled();
        world.Emulator.Mail.Delivered.Count(mail => mail.Key == key).ShouldBe(1, story);
        messages.Where(message => message.IsDraft).ShouldBeEmpty(story);
        var sent = messages.Single(message => message.Properties.Values.Any(property => property.Value == key));
        sent.Attachments.Select(file => (file.Name, file.Content.Length)).ShouldBe([("Revue.docx", 4_000), ("Plan.docx", 5_000_000)], story);
        world.Emulator.Mail.Delivered.ShouldAllBe(mail => mail.Key != null);
    }

    private static string Key(int series, int number) => $"{series:x4}{number:x4}{new string('0', 24)}{new string('b', 32)}";
}

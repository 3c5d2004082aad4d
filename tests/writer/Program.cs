using OpsAutomation;
using OpsAutomation.Engagements;
using OpsAutomation.Local;
using OpsAutomation.Ports;
using OpsAutomation.Writer;

// A process for tests to kill or to meet: "hold HOME" keeps the lock until its input ends, "write HOME" writes without an end, "take HOME"
// takes events from many sides at once and says the id of each that is taken.
try
{
    using var home = await LocalHome.OpenAsync(args[1], new StoppedClock(), TimeSpan.FromSeconds(10));
    if (args[0] == "hold")
    {
        Console.WriteLine("held");
        Console.In.ReadToEnd();
        return 0;
    }

    var engagement = EngagementId.Parse("atelier-lumen");
    if (args[0] == "take")
        await Task.WhenAll(Enumerable.Range(0, 16).Select(side => Task.Run(() => TakeAsync(home, engagement, side))));
    for (var round = 1; ; round++)
    {
        var value = (byte)round;
        await home.Blobs.WriteAsync(engagement, "loop/whole.bin", async (stream, token) =>
        {
            var part = new byte[8 * 1024];
            Array.Fill(part, value);
            for (var i = 0; i < 32; i++)
                await stream.WriteAsync(part, token);
        });
        await home.State.CommitAsync(engagement, [
            StateChange.Put(new StateKey("loop", "first"), round.ToString()),
            StateChange.Put(new StateKey("loop", "second"), round.ToString())]);
        await home.Engagements.SaveAsync(engagement, $"begin: {round}\n{new string('#', 40_000)}\nend: {round}\n");
        Console.WriteLine(round);
    }
}
catch (OpsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return (int)exception.Kind;
}

static async Task TakeAsync(LocalHome home, EngagementId engagement, int side)
{
    for (var number = 0; ; number++)
    {
        var id = $"{side}-{number}";
        await home.State.CommitAsync(engagement, [
            StateChange.Insert(new StateKey("taken", id), "1"),
            StateChange.Insert(new StateKey("bodies", id), "2")]);
        await home.Jobs.SendAsync("webhooks", id);
        Console.WriteLine(id);
    }
}

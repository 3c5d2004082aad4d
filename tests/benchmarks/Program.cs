using System.Globalization;
using OpsAutomation.Benchmarks;
using OpsAutomation.Benchmarks.Documents;
using OpsAutomation.Benchmarks.Webhooks;
using OpsAutomation.Engagements;

#pragma warning disable RS0030 // Here the clock is chosen.
var clock = TimeProvider.System;
#pragma warning restore RS0030
switch (args)
{
    case ["generate", var file, ..]:
        var rows = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 20_260_105;
        using (var stream = File.Create(file))
            new DealsExport(seed).Write(stream, rows);
        return 0;
    case ["webhooks", var address, var secretFile, var process, var connections, var rate, var seconds]:
        var numbers = new[] { process, connections, rate, seconds }.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return await WebhookBenchmark.RunAsync(new Uri(address), File.ReadLines(secretFile).First(), numbers[0], numbers[1..]);
    case ["kept", var home, var engagement, var expected]:
        return await KeptEvents.CountAsync(home, EngagementId.Parse(engagement), int.Parse(expected, CultureInfo.InvariantCulture));
    case ["first", var address, var secretFile]:
        return await FirstRequest.RunAsync(new Uri(address), File.ReadLines(secretFile).First());
    case ["webhook-timing", var app, var rounds]:
        return await new TimingBenchmark(new Uri(app), int.Parse(rounds, CultureInfo.InvariantCulture)).RunAsync();
    case ["pack", var home, var engagement, var rounds]:
        return await DocumentsBenchmark.PackAsync(home, EngagementId.Parse(engagement), int.Parse(rounds, CultureInfo.InvariantCulture), clock);
    case ["agendas", var home]:
        return await DocumentsBenchmark.AgendasAsync(home, clock);
    default:
        Console.Error.WriteLine("Usage: generate FILE [ROWS] [SEED]   writes a HubSpot deals export, 1000000 rows unless said otherwise");
        Console.Error.WriteLine("       webhooks URL SECRET-FILE PROCESS CONNECTIONS RATE SECONDS   sends signed events to an app that listens");
        Console.Error.WriteLine("       kept HOME ENGAGEMENT COUNT   counts what a home has of events that were taken");
        Console.Error.WriteLine("       first URL SECRET-FILE   sends Slack's challenge to an app that is about to listen");
        Console.Error.WriteLine("       webhook-timing URL ROUNDS   compares the times of refusals by an app that listens");
        Console.Error.WriteLine("       pack HOME ENGAGEMENT ROUNDS   writes the handover pack of an engagement");
        Console.Error.WriteLine("       agendas HOME   writes the weekly agendas of all engagements of a home");
        return 2;
}

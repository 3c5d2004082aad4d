using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Functions.Tests.Isolation;

/// <summary>Two clients in one app, driven through every function and route that there is: nothing of one shows in the other.</summary>
public sealed class FunctionIsolationTests
{
    [Fact]
    public void Every_function_has_a_scenario() => typeof(AppServices).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods())
        .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
        .OfType<string>()
        .Except(FunctionScenarios.All.Select(scenario => scenario.Function), StringComparer.Ordinal)
        .ShouldBeEmpty("a function without a scenario in tests/functions/Isolation/FunctionScenarios.cs");

    [Fact]
    public async Task No_function_shows_anything_of_one_client_to_another()
    {
        await using var clients = await TwoClients.StartAsync();
        foreach (var (function, driveAsync) in FunctionScenarios.All)
        {
            foreach (var (client, stranger) in clients.Both)
                await driveAsync(clients, client, stranger);
        }

        foreach (var (client, stranger) in clients.Both)
        {
            await Eventually.ComesTrueAsync(async () => (await LettersAsync(clients, client)).Count >= JobQueues.All.Count);
            foreach (var letter in await LettersAsync(clients, client))
                stranger.ShowsIn(letter.ToString()).ShouldBeFalse();
            var footprint = clients.FootprintOf(client);
            footprint.ShouldContain(file => client.ShowsIn(file.Text));
            footprint.Where(file => stranger.ShowsIn(file.Name + file.Text)).Select(file => file.Name).ShouldBeEmpty($"something of {stranger.Id} is kept for {client.Id}");
        }
    }

    private static Task<List<DeadLetter>> LettersAsync(TwoClients clients, TwoClients.Client client) => clients.App.WithAsync<DeadLetterBox, List<DeadLetter>>(async box =>
    {
        var found = new List<DeadLetter>();
        await foreach (var letter in box.ListAsync(client.Engagement))
            found.Add(letter);
        return found;
    });
}

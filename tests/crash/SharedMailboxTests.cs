using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Composition;
using OpsAutomation.GraphEmulator;
using OpsAutomation.GraphEmulator.Faults;
using OpsAutomation.Ports;

namespace OpsAutomation.Crash.Tests;

/// <summary>Two apps, as the settings compose them, that send from one mailbox.</summary>
public sealed class SharedMailboxTests(Stage stage) : IClassFixture<Stage>
{
    private const int Mails = 28;

    [Fact]
    public async Task Two_apps_on_one_account_have_no_more_than_four_requests_at_once_at_a_mailbox_of_two_engagements()
    {
#pragma warning disable RS0030 // The emulator of storage goes by the machine's clock.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        await using var emulator = await Emulator.StartAsync(new EmulatorSettings(), time);
        emulator.Faults.Add(new() { Kind = FaultKind.Slow, Times = 0, DelayMilliseconds = 15 });
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", stage.Azurite.ConnectionString), new("Ops:Graph:Endpoint", emulator.Endpoint.ToString())])
            .Build();
        await using var one = new ServiceCollection().AddSingleton(time).AddAccount(configuration).BuildServiceProvider();
        await using var other = new ServiceCollection().AddSingleton(time).AddAccount(configuration).BuildServiceProvider();
        await AccountServices.PrepareAsync(one, TestContext.Current.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, Mails).Select(i => SendAsync(i % 2 == 0 ? one : other, EngagementId.Parse(i % 4 < 2 ? "shared-one" : "shared-two"), i)));

        emulator.Mail.Delivered.Count.ShouldBe(Mails);
        emulator.Mail.Delivered.DistinctBy(mail => mail.Key, StringComparer.Ordinal).Count().ShouldBe(Mails);
        emulator.MostAtOnce.ShouldBeInRange(2, 4);
        emulator.Refused.ShouldBe(0);
    }

    // What finds no turn in time goes back to its queue, and comes again.
    private static async Task SendAsync(IServiceProvider app, EngagementId engagement, int number)
    {
        await using var scope = app.CreateAsyncScope();
        var mailer = scope.ServiceProvider.GetRequiredService<IMailer>();
        var message = new MailMessage
        {
            From = new("operations@kestrel.example", "Laura Penn"),
            To = new("ruth@kestrel.example", "Ruth Kestrel"),
            ReplyTo = new("laura@kestrel.example", "Laura Penn"),
            Subject = "Kestrel",
            Html = "<p>A week.</p>",
            Text = "A week.\n",
            LanguageTag = "en-GB",
        };
        for (var isSent = false; !isSent;)
        {
            try
            {
                await mailer.SendAsync(engagement, number.ToString("x32", CultureInfo.InvariantCulture), message);
                isSent = true;
            }
            catch (OpsException error) when (error.Kind == FailureKind.Retriable)
            {
                await Task.Delay(50);
            }
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsAutomation.Azure.Tests;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Ports;
using OpsAutomation.Schema;

namespace OpsAutomation.Functions.Tests.Composition;

/// <summary>An app whose account is taken over by a newer one, on a storage account of its own.</summary>
public sealed class SchemaWatchTests
{
    [Fact]
    public async Task An_app_whose_account_became_newer_stops_says_why_and_starts_no_more()
    {
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();
        var heard = new Heard();
        using var app = App(azurite, heard);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var stopped = app.WaitForShutdownAsync(TestContext.Current.CancellationToken);
        var state = app.Services.GetRequiredService<IStateStore>();
        (await state.FindAsync(EngagementId.App, new("schema", "version"), TestContext.Current.CancellationToken))!.Value.ShouldBe($"{StateSchema.Current}");

        // A newer app has migrated it.
        await state.CommitAsync(EngagementId.App, [StateChange.Put(new("schema", "version"), $"{StateSchema.Current + 1}")], TestContext.Current.CancellationToken);

        await stopped.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var failure = app.Services.GetRequiredService<StopReason>().Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.En.ShouldContain($"is of version {StateSchema.Current + 1}, written by a newer version of ops");
        heard.Events.ShouldContain(("StateIsNewer", LogLevel.Critical));

        using var again = App(azurite, heard);
        (await Should.ThrowAsync<OpsException>(() => again.StartAsync(TestContext.Current.CancellationToken))).Text.Fr.ShouldContain("plus récente d'ops");
    }

    [Fact]
    public async Task An_account_that_does_not_answer_for_a_while_stops_nothing()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        var heard = new Heard();
        using var app = App(azurite, heard);
        await app.StartAsync(TestContext.Current.CancellationToken);

        await azurite.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
        app.Services.GetRequiredService<StopReason>().Failure.ShouldBeNull();
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHost App(Azurite azurite, Heard heard)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = azurite.ConnectionString });
        builder.Services.AddSingleton<TimeProvider>(new Hurried()).AddSingleton<StopReason>().AddSingleton<ILoggerProvider>(heard)
            .AddAzureStorage(StorageSettings.From(builder.Configuration))
            .AddHostedService<SchemaSetup>().AddHostedService<SchemaWatch>();
        return builder.Build();
    }

    // A minute of this clock is soon over.
    private sealed class Hurried : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : dueTime / 1000, period);
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentBag<(string? Name, LogLevel Level)> Events { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Events.Add((eventId.Name, logLevel));

        public void Dispose()
        {
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsAutomation.GraphEmulator.Control;
using OpsAutomation.GraphEmulator.Drives;
using OpsAutomation.GraphEmulator.Faults;
using OpsAutomation.GraphEmulator.Mail;

namespace OpsAutomation.GraphEmulator;

/// <summary>A running emulator. Its state lives as long as it does and survives the end of whoever talks to it.</summary>
public sealed class Emulator : IAsyncDisposable
{
    private readonly WebApplication app;

    private Emulator(WebApplication app) => this.app = app;

    /// <summary>The base address to give to the Graph SDK.</summary>
    public Uri Endpoint => new(Root, "v1.0");

    /// <summary>The address of the emulator itself; control is below <c>/_control</c>.</summary>
    public Uri Root => new(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Limits and delays.</summary>
    public EmulatorSettings Settings => app.Services.GetRequiredService<EmulatorSettings>();

    /// <summary>The faults to come.</summary>
    public FaultList Faults => app.Services.GetRequiredService<FaultList>();

    /// <summary>Every request so far.</summary>
    public RequestLog Requests => app.Services.GetRequiredService<RequestLog>();

    /// <summary>The most requests that any mailbox had at once, refused ones included.</summary>
    public int MostAtOnce => app.Services.GetRequiredService<MailboxLimits>().Most;

    /// <summary>How many requests were answered 429 for a mailbox's limits; faults apart.</summary>
    public int Refused => app.Services.GetRequiredService<MailboxLimits>().Refused;

    /// <summary>The mailboxes, and what was delivered from them.</summary>
    public MailStore Mail => app.Services.GetRequiredService<MailStore>();

    /// <summary>The drives.</summary>
    public DriveStore Drives => app.Services.GetRequiredService<DriveStore>();

    /// <summary>Starts on a loopback port.</summary>
    /// <param name="settings">Limits and delays.</param>
    /// <param name="clock">What delays are measured by.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    public static async Task<Emulator> StartAsync(EmulatorSettings settings, TimeProvider clock, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Emulator).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton(settings).AddSingleton(clock).AddSingleton<FaultList>().AddSingleton<RequestLog>()
            .AddSingleton<MailStore>().AddSingleton<DriveStore>().AddSingleton<MailboxLimits>().AddSingleton<UploadSessions>();
        var built = builder.Build();
        built.Use((context, next) =>
        {
            built.Services.GetRequiredService<RequestLog>().Add(context.Request);
            return next(context);
        });
        built.UseMiddleware<LimitMiddleware>();
        built.UseMiddleware<FaultMiddleware>();
        built.UseRouting();

        // One line an area.
        MessageEndpoints.Map(built);
        AttachmentEndpoints.Map(built);
        FolderEndpoints.Map(built);
        DriveEndpoints.Map(built);
        DriveWrites.Map(built);
        DriveControl.Map(built);
        ControlEndpoints.Map(built);
        await built.StartAsync();
        return new(built);
    }

    /// <summary>Waits until the process is asked to end.</summary>
    public Task WaitForEndAsync() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}

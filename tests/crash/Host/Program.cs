using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using OpsAutomation.Azure;
using OpsAutomation.CrashHost;
using OpsAutomation.Events;
using OpsAutomation.Functions.Composition;
using OpsAutomation.FunctionsRuntime;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

// The app as functions/Program.cs makes it, but for its clock, which that of its storage follows, and the watch over its effects.
// The receiver of events is on this machine.
AppContext.SetSwitch(PublicAddress.LoopbackSwitch, isEnabled: true);
var settings = CrashSettings.FromEnvironment();
using var watch = new EffectWatch(settings.Names, settings.Deadly, settings.Record);
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var clock = new ShiftedClock(settings.Now);
builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddOps(builder.Configuration);
builder.Services.AddSingleton<IBlobStore>(provider => new ShiftedBlobs(new AzureBlobStore(provider.GetRequiredService<BlobServiceClient>()), clock.Shift));
builder.Services.AddSingleton<IJobQueue>(provider => new RepeatingQueue(new AzureJobQueue(provider.GetRequiredService<QueueServiceClient>()), settings.Times));
// As with leases, what takes half a minute there takes seconds here.
builder.Services.AddSingleton(new EventAttemptSettings { Longest = Duration.FromSeconds(3) });
builder.Services.AddSingleton(new KpiRequestSettings { While = Duration.FromSeconds(2) });
// Between two lives its clock jumps, by which work would count as having failed for long.
builder.Services.AddSingleton(new JobWaitSettings { Shortest = Duration.FromSeconds(2), Longest = Duration.FromSeconds(4) });
builder.Services.Configure<RuntimeOptions>(options => options.Functions = typeof(AppServices).Assembly);
var app = builder.Build();
app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => CrashSettings.SayStarted(app.Services.GetRequiredService<IServer>()));
await app.RunAsync();

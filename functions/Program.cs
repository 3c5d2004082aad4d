using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsAutomation.Functions.Composition;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
#pragma warning disable RS0030 // Here the clock is chosen.
builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
builder.Services.AddOps(builder.Configuration);
var app = builder.Build();
var reason = app.Services.GetRequiredService<StopReason>();
await app.RunAsync();
return reason.Failure is null ? 0 : 1;

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsAutomation.FunctionsRuntime.Tests.Functions;

namespace OpsAutomation.FunctionsRuntime.Tests.Http;

public sealed class RehearsalTests : IDisposable
{
    private readonly RuntimeHome home = new();
    private readonly Behaviour behaviour = new();

    [Fact]
    public async Task What_is_rehearsed_reaches_its_function_before_the_port_opens_and_on_another_one()
    {
        await using var app = Build("POST /api/hear/first HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}", "POST /api/hear/second HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

        behaviour.Heard.Select(one => one.Word).ShouldBe(["first", "second"]);
        behaviour.Heard.ShouldAllBe(one => one.Port != port);
        await app.StopAsync();
    }

    [Fact]
    public async Task A_rehearsal_that_fails_keeps_no_app_from_starting()
    {
        await using var app = Build("POST /api/hear/first HTTP/1.1\r\nno header at all\r\n\r\n", "GET /api/fail HTTP/1.1\r\nHost: x\r\n\r\n", "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");

        await app.StartAsync();

        behaviour.Heard.ShouldBeEmpty();
        await app.StopAsync();
    }

    public void Dispose() => home.Dispose();

    private AppOf Build(params string[] rehearsed)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Configuration["NamedQueue"] = "queue-of-the-setting";
        builder.Services.AddSingleton(behaviour);
        builder.Services.Configure<RuntimeOptions>(options =>
        {
            (options.Functions, options.Home, options.Port) = (typeof(RehearsalTests).Assembly, home.Folder, 0);
            foreach (var request in rehearsed)
                options.Rehearsed.Add(request);
        });
        return new(builder.Build());
    }

    private sealed class AppOf(IHost host) : IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public Task StartAsync() => host.StartAsync();

        public Task StopAsync() => host.StopAsync();

        public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();
    }
}

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsAutomation.FunctionsRuntime.Tests.Functions;
using OpsAutomation.Queues;

namespace OpsAutomation.FunctionsRuntime.Tests.Http;

public sealed class AppTests : IAsyncLifetime
{
    private readonly RuntimeHome home = new();
    private readonly Behaviour behaviour = new();
    private IHost app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Configuration["NamedQueue"] = "queue-of-the-setting";
        builder.Services.AddSingleton(behaviour);
        builder.Services.Configure<RuntimeOptions>(options =>
        {
            options.Functions = typeof(AppTests).Assembly;
            options.Home = home.Folder;
            options.Port = 0;
            options.FunctionKeys.Add("fk");
            options.AdminKeys.Add("ak");
        });
        app = builder.Build();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await ((IAsyncDisposable)app).DisposeAsync();
        home.Dispose();
    }

    [Fact]
    public async Task Route_and_query_values_reach_the_function()
    {
        (await client.GetStringAsync("/api/greet/Zo%C3%A9/3?mood=gai")).ShouldBe("GET Zoé 3 gai True");
        (await client.GetStringAsync("/api/greet/Ann/3")).ShouldBe("GET Ann 3 none True");
        (await client.GetStringAsync("/api/files/fr/a/b.html")).ShouldBe("fr/a/b.html");
    }

    [Theory]
    [InlineData("GET", "/api/greet/Ann/many", null, 404)]
    [InlineData("GET", "/greet/Ann/3", null, 404)]
    [InlineData("POST", "/api/greet/Ann/3", null, 404)]
    [InlineData("HEAD", "/api/greet/Ann/3", null, 404)]
    [InlineData("GET", "/api/Keyed", null, 401)]
    [InlineData("GET", "/api/Keyed", "wrong", 401)]
    [InlineData("GET", "/api/Keyed", "fk", 204)]
    [InlineData("GET", "/api/Keyed", "ak", 204)]
    [InlineData("GET", "/api/keyed?code=fk", null, 204)]
    [InlineData("GET", "/api/keyed?code=fk", "wrong", 401)]
    [InlineData("DELETE", "/api/Keyed", null, 404)]
    [InlineData("POST", "/api/Administer", "fk", 401)]
    [InlineData("POST", "/api/Administer", "ak", 405)]
    [InlineData("PUT", "/api/Fail", null, 500)]
    public async Task The_app_answers_as_the_host_does(string method, string path, string? key, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);

        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe((HttpStatusCode)status);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_setting_names_the_queue_of_a_trigger()
    {
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        behaviour.OnMessage = (message, _) =>
        {
            heard.TrySetResult(message);
            return Task.CompletedTask;
        };

        await app.Services.GetRequiredService<IQueueStorage>().AddAsync("queue-of-the-setting", Convert.ToBase64String(Encoding.UTF8.GetBytes("hello")));

        (await heard.Task.WaitAsync(TimeSpan.FromMinutes(2))).ShouldBe("named: hello");
    }

    [Fact]
    public async Task A_trigger_whose_setting_is_missing_keeps_the_app_from_starting()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(behaviour);
        builder.Services.Configure<RuntimeOptions>(options => (options.Functions, options.Home, options.Port) = (typeof(AppTests).Assembly, home.Folder, 0));
        using var unset = builder.Build();

        (await Should.ThrowAsync<InvalidOperationException>(() => unset.StartAsync())).Message.ShouldContain("NamedQueue");
    }

    [Fact]
    public async Task A_message_that_is_added_in_the_app_runs_its_function_and_leaves_the_queue()
    {
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        behaviour.OnMessage = (message, _) =>
        {
            heard.TrySetResult(message);
            return Task.CompletedTask;
        };
        var queues = app.Services.GetRequiredService<IQueueStorage>();

        await queues.AddAsync("work", Convert.ToBase64String(Encoding.UTF8.GetBytes("hello")));

        (await heard.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe("hello");
        await app.StopAsync();
        (await queues.CountAsync("work")).ShouldBe(0);
    }
}

using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Composition;

public sealed class CompositionTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("functions").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("Ops:PublicUrl=https://ops.example.com")]
    [InlineData("Ops:Graph:Endpoint=http://127.0.0.1:5080/v1.0")]
    [InlineData("AzureWebJobsStorage=UseDevelopmentStorage=true")]
    [InlineData("AzureWebJobsStorage=UseDevelopmentStorage=true|Ops:Graph:Endpoint=http://127.0.0.1:5080/v1.0")]
    [InlineData("AzureWebJobsStorage:accountName=ops")]
    [InlineData("AzureWebJobsStorage:accountName=ops|Ops:KeyVaultUri=https://ops.vault.azure.net|Ops:Graph:TenantId=example.com|Ops:PublicUrl=https://ops.example.com")]
    public async Task Every_function_can_be_made_whatever_the_settings_turn_on(string settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).Select(one => KeyValuePair.Create(one[0], (string?)one[1])))
            .AddInMemoryCollection([new("OPS_HOME", home)])
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new ManualTime())
            .AddSingleton(Mock.Of<IHostApplicationLifetime>())
            .AddOps(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        await using var scope = services.CreateAsyncScope();

        foreach (var function in typeof(AppServices).Assembly.GetExportedTypes().Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null)))
            ActivatorUtilities.CreateInstance(scope.ServiceProvider, function).ShouldNotBeNull();
    }
}

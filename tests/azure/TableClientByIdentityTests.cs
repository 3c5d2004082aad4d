using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace OpsAutomation.Azure.Tests;

public sealed class TableClientByIdentityTests(AzuriteByIdentity azurite) : IClassFixture<AzuriteByIdentity>
{
    [Fact]
    public async Task A_token_for_storage_opens_the_tables()
    {
        var token = new StaticToken("https://storage.azure.com", RealTime.Clock);
        var service = new TableServiceClient(azurite.Tables, token, Trusting());

        await service.CreateTableIfNotExistsAsync("identity");
        await service.GetTableClient("identity").AddEntityAsync(new TableEntity("p", "r"));

        (await service.GetTableClient("identity").GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue.ShouldBeTrue();
        token.Scopes.ShouldAllBe(scope => scope == "https://storage.azure.com/.default");
    }

    [Fact]
    public async Task A_token_for_something_else_is_refused_by_the_service()
    {
        var service = new TableServiceClient(azurite.Tables, new StaticToken("https://vault.azure.net", RealTime.Clock), Trusting());

        var failure = await Should.ThrowAsync<RequestFailedException>(() => service.CreateTableAsync("refused"));

        failure.Status.ShouldBe(403);
    }

    private static TableClientOptions Trusting()
    {
#pragma warning disable MA0039 // The emulator's certificate is its own and made a moment ago; what is tested is the token.
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
#pragma warning restore MA0039
        return new TableClientOptions { Transport = new HttpClientTransport(handler), Retry = { MaxRetries = 0 } };
    }
}

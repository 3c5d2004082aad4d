using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace OpsAutomation.Azure.Tests;

public sealed class TableClientBySignatureTests(Azurite azurite)
{
    private const string Everything = "rwdlacu";

    [Fact]
    public async Task A_shared_access_signature_opens_what_it_names_and_shows_its_pages()
    {
        var service = new TableServiceClient(azurite.Tables, new AzureSasCredential(Signature(Everything)));
        var table = service.GetTableClient("signedpages");
        await table.CreateIfNotExistsAsync();
        foreach (var row in Enumerable.Range(0, 5))
            await table.AddEntityAsync(new TableEntity("it's 100 % & ré", $"{row}"));

        var pages = new List<int>();
        await foreach (var page in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"it's 100 % & ré"}"), maxPerPage: 2).AsPages())
            pages.Add(page.Values.Count);

        pages.ShouldBe([2, 2, 1]);
    }

    [Fact]
    public async Task A_signature_with_its_question_mark_in_a_table_of_its_own_serves_transactions_too()
    {
        var name = "signedsteps";
        await new TableServiceClient(azurite.ConnectionString).CreateTableAsync(name);
        var table = new TableClient(azurite.Tables, name, new TableSharedKeyCredential(Azurite.Account, Azurite.Key));
        var signed = new TableServiceClient(azurite.Tables, new AzureSasCredential("?" + Signature(Everything))).GetTableClient(name);

        await signed.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "1")), new(TableTransactionActionType.Add, new TableEntity("p", "2"))]);

        (await table.GetEntityIfExistsAsync<TableEntity>("p", "2")).HasValue.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_signature_does_not_allow_is_refused_by_the_service()
    {
        var name = "signedreader";
        await new TableServiceClient(azurite.ConnectionString).CreateTableAsync(name);
        var reader = new TableServiceClient(azurite.Tables, new AzureSasCredential(Signature("r"))).GetTableClient(name);

        var failure = await Should.ThrowAsync<RequestFailedException>(() => reader.AddEntityAsync(new TableEntity("p", "r")));

        failure.Status.ShouldBe(403);
        failure.Message.ShouldNotContain("sig=", Case.Insensitive);
    }

    [Fact]
    public async Task A_signature_of_another_key_is_refused_by_the_service()
    {
        var stranger = new TableServiceClient(azurite.Tables, new AzureSasCredential(Signature(Everything, Convert.ToBase64String(new byte[64]))));

        (await Should.ThrowAsync<RequestFailedException>(() => stranger.CreateTableAsync("refused"))).Status.ShouldBe(403);
    }

    // An account's signature: permissions, for tables (t), for their entities too (o), for an hour, over http as the emulator speaks.
    // https://learn.microsoft.com/rest/api/storageservices/create-account-sas
    private static string Signature(string permissions, string key = Azurite.Key)
    {
        const string Version = "2019-02-02";
        var until = RealTime.Clock.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", null);
        var signed = $"{Azurite.Account}\n{permissions}\nt\nsco\n\n{until}\n\nhttps,http\n{Version}\n";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(signed)));
        return $"sv={Version}&ss=t&srt=sco&sp={permissions}&se={Uri.EscapeDataString(until)}&spr=https,http&sig={Uri.EscapeDataString(signature)}";
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Uploads;

public sealed class UploadTests(ServedClient served) : IClassFixture<ServedClient>
{
    private const string Address = $"engagements/{ServedClient.Id}/exports";

    [Fact]
    public async Task A_body_is_stored_as_it_is_and_its_receipt_says_where()
    {
        using var content = new ByteArrayContent("Nom;Montant\nA;1\n"u8.ToArray());
        using var response = await served.App.Client.PostAsync(Address + "?file=C:%5Cexports%5Caffaires.csv&taken=2026-11-16&full=true&profile=hubspot.deals", content);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var receipt = (await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync())).RootElement;
        receipt.GetProperty("engagement").GetString().ShouldBe(ServedClient.Id);
        receipt.GetProperty("file").GetString().ShouldBe("affaires.csv");
        receipt.GetProperty("job").GetString().ShouldStartWith("upload/");
        (await StoredAsync(receipt)).ShouldBe("Nom;Montant\nA;1\n");
    }

    [Fact]
    public async Task The_first_file_of_a_form_is_taken_with_its_name()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("no file"), "comment" },
            { new ByteArrayContent("a,b\n1,2\n"u8.ToArray()), "export", "Été 2026.csv" },
        };
        using var response = await served.App.Client.PostAsync(Address, form);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var receipt = (await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync())).RootElement;
        receipt.GetProperty("file").GetString().ShouldBe("Été 2026.csv");
        (await StoredAsync(receipt)).ShouldBe("a,b\n1,2\n");
    }

    [Theory]
    [InlineData("?file=a.csv", "", 400, "empty")]
    [InlineData("", "a,b", 400, "no file name")]
    [InlineData("?file=...", "a,b", 400, "no file name")]
    [InlineData("?file=a.csv&taken=yesterday", "a,b", 400, "not a date")]
    [InlineData("?file=a.csv&full=maybe", "a,b", 400, "full")]
    public async Task What_cannot_be_taken_is_refused_with_what_to_do(string query, string body, int status, string says)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        using var response = await served.App.Client.PostAsync(Address + query, content);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldContain(says);
    }

    [Theory]
    [InlineData("engagements/nobody/exports?file=a.csv", 404)]
    [InlineData("engagements/..%2f/exports?file=a.csv", 404)]
    public async Task An_unknown_engagement_is_not_found(string address, int status)
    {
        using var content = new ByteArrayContent("a,b"u8.ToArray());
        using var response = await served.App.Client.PostAsync(address, content);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Who_has_no_key_is_refused_before_anything_is_read()
    {
        using var content = new ByteArrayContent("a,b"u8.ToArray());
        using var response = await served.App.Stranger.PostAsync(Address + "?file=a.csv", content);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_pointed_to_the_inbox(bool saysItsLength)
    {
        using var content = new Zeros(104_857_601, saysItsLength);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + "?file=a.csv") { Content = content };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr"));
        // The server answers while the body is still on its way: only who waits for its word first is sure to read the answer.
        request.Headers.ExpectContinue = saysItsLength;
        using var response = await served.App.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldContain($"conteneur inbox, dossier {ServedClient.Id}/");
    }

    private Task<string> StoredAsync(JsonElement receipt) => served.App.WithAsync<IBlobStore, string>(async blobs =>
    {
        await using var stream = await blobs.OpenReadAsync(EngagementId.Parse(ServedClient.Id), receipt.GetProperty("location").GetString()!);
        using var reader = new StreamReader(stream!);
        return await reader.ReadToEndAsync();
    });
}

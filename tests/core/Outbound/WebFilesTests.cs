using System.Net;
using System.Text;
using OpsAutomation.Outbound;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Outbound;

public class WebFilesTests
{
    private static readonly Uri Link = new("https://files.example.com/exports/deals%20of%20January.csv?key=secret");

    [Fact]
    public async Task A_file_comes_with_its_name_type_and_version()
    {
        using var web = new WebFiles(new Server(_ => Answer("a,b", configure: answer =>
        {
            answer.Headers.TryAddWithoutValidation("ETag", "W/\"7\"");
            answer.Content.Headers.TryAddWithoutValidation("Last-Modified", "Mon, 05 Jan 2026 08:00:00 GMT");
        })), new ManualTime());

        await using var file = (await web.OpenAsync(Link, null, TestContext.Current.CancellationToken))!;

        (file.Name, file.MediaType, file.Version).ShouldBe(("deals of January.csv", "text/csv", new WebVersion("W/\"7\"", "Mon, 05 Jan 2026 08:00:00 GMT")));
        (await new StreamReader(file.Content).ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("a,b");
    }

    [Fact]
    public async Task The_server_s_own_name_of_the_file_comes_first()
    {
        using var web = new WebFiles(new Server(_ => Answer("a", configure: answer =>
            answer.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"Leads.csv\"; filename*=UTF-8''%C3%89t%C3%A9.csv"))), new ManualTime());

        await using var file = (await web.OpenAsync(Link, null, TestContext.Current.CancellationToken))!;

        file.Name.ShouldBe("Été.csv");
    }

    [Fact]
    public async Task A_known_version_is_sent_and_may_be_unchanged()
    {
        var server = new Server(_ => new HttpResponseMessage(HttpStatusCode.NotModified));
        using var web = new WebFiles(server, new ManualTime());

        (await web.OpenAsync(Link, new("\"7\"", "Mon, 05 Jan 2026 08:00:00 GMT"), TestContext.Current.CancellationToken)).ShouldBeNull();

        server.Requests[0].ShouldContain("If-None-Match: \"7\"");
        server.Requests[0].ShouldContain("If-Modified-Since: Mon, 05 Jan 2026 08:00:00 GMT");
    }

    [Fact]
    public async Task Redirects_are_followed_to_public_addresses_only_and_not_for_ever()
    {
        using var good = new WebFiles(new Server(link => link.AbsolutePath == "/2" ? Answer("x") : Redirect("/2")), new ManualTime());
        await using (var file = await good.OpenAsync(Link, null, TestContext.Current.CancellationToken))
            file!.Name.ShouldBe("2");

        foreach (var target in new[] { "http://files.example.com/", "https://169.254.169.254/metadata", "https://localhost/", "ftp://files.example.com/", "https://a:b@files.example.com/" })
        {
            var server = new Server(_ => Redirect(target));
            using var bad = new WebFiles(server, new ManualTime());
            (await Should.ThrowAsync<OpsException>(() => bad.OpenAsync(Link, null))).Text.En.ShouldContain("not an https address on the public internet");
            server.Requests.Count.ShouldBe(1);
        }

        var loop = new Server(_ => Redirect("/again"));
        using var endless = new WebFiles(loop, new ManualTime());
        (await Should.ThrowAsync<OpsException>(() => endless.OpenAsync(Link, null))).Kind.ShouldBe(FailureKind.Refused);
        loop.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_name_that_resolves_to_a_private_address_is_refused_when_connecting()
    {
        using var web = new WebFiles(new GuardedConnector(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1")])), new ManualTime());

        (await Should.ThrowAsync<OpsException>(() => web.OpenAsync(Link, null))).Text.En.ShouldContain("not an https address on the public internet");
    }

    [Theory]
    [InlineData(401, FailureKind.Refused, "Publish the file")]
    [InlineData(403, FailureKind.Refused, "Publish the file")]
    [InlineData(404, FailureKind.Refused, "nothing behind the link")]
    [InlineData(410, FailureKind.Refused, "nothing behind the link")]
    [InlineData(451, FailureKind.Refused, "private window")]
    [InlineData(429, FailureKind.Retriable, "status 429")]
    [InlineData(503, FailureKind.Retriable, "status 503")]
    public async Task A_refusal_says_what_to_do_and_never_the_link(int status, FailureKind kind, string part)
    {
        using var web = new WebFiles(new Server(_ => new HttpResponseMessage((HttpStatusCode)status)), new ManualTime());

        var failure = await Should.ThrowAsync<OpsException>(() => web.OpenAsync(Link, null));

        (failure.Kind, failure.Text.En.Contains(part, StringComparison.Ordinal)).ShouldBe((kind, true));
        failure.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 05 Jan 2026 08:05:00 GMT", 300)]
    public async Task A_server_that_asks_to_be_left_alone_is_heard(string header, int seconds)
    {
        using var web = new WebFiles(new Server(_ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            answer.Headers.TryAddWithoutValidation("Retry-After", header);
            return answer;
        }), new ManualTime());

        (await Should.ThrowAsync<OpsException>(() => web.OpenAsync(Link, null))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_a_failure_of_the_server_and_not_of_the_disk()
    {
        using var web = new WebFiles(new Server(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Breaking()) }), new ManualTime());
        await using var file = (await web.OpenAsync(Link, null, TestContext.Current.CancellationToken))!;

        var failure = await Should.ThrowAsync<OpsException>(async () => await file.Content.ReadExactlyAsync(new byte[10]));

        (failure.Kind, failure.Text.En).ShouldBe((FailureKind.Retriable, "The server of the link did not answer, or not in time. It is tried again by itself."));
    }

    private static HttpResponseMessage Redirect(string to)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Found);
        answer.Headers.Location = new(to, UriKind.RelativeOrAbsolute);
        return answer;
    }

    private static HttpResponseMessage Answer(string content, Action<HttpResponseMessage>? configure = null)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(content, Encoding.UTF8, "text/csv") };
        configure?.Invoke(answer);
        return answer;
    }

    private sealed class Server(Func<Uri, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.RequestUri}\n{request.Headers}");
            return Task.FromResult(answer(request.RequestUri!));
        }
    }

    private sealed class Breaking() : MemoryStream(new byte[4])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using OpsAutomation.Outbound;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Outbound;

public sealed class HttpEventTransportTests : IDisposable
{
    private readonly TcpListener receiver = new(IPAddress.Loopback, 0);
    private readonly ManualTime time = new();

    public HttpEventTransportTests() => receiver.Start();

    [Fact]
    public async Task What_is_posted_arrives_with_its_headers()
    {
        var answering = AnswerAsync("HTTP/1.1 204 No Content\r\n\r\n");

        (await PostAsync(address => IPAddress.IsLoopback(address))).ShouldBe(new(204));

        var request = await answering;
        request.ShouldStartWith("POST /in HTTP/1.1\r\n");
        request.ShouldContain("Content-Type: application/cloudevents+json; charset=utf-8\r\n");
        request.ShouldContain("webhook-id: msg_1\r\n");
        request.ShouldEndWith("\r\n\r\n{\"é\":1}");
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n", 302, null)]
    [InlineData("HTTP/1.1 429 Slow down\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n", 429, 120)]
    [InlineData("HTTP/1.1 503 No\r\nRetry-After: Mon, 05 Jan 2026 08:01:00 GMT\r\nContent-Length: 0\r\n\r\n", 503, 60)]
    public async Task A_status_is_told_and_no_redirect_followed(string answer, int status, int? seconds)
    {
        var answering = AnswerAsync(answer);

        (await PostAsync(address => IPAddress.IsLoopback(address))).ShouldBe(new(status, RetryAfter: seconds is { } wait ? TimeSpan.FromSeconds(wait) : null));
        await answering;
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused_when_connecting() =>
        (await PostAsync(PublicAddress.IsAllowed)).ShouldBe(new(null, TransportFailure.PrivateAddress));

    [Fact]
    public async Task A_connection_that_breaks_is_no_exception()
    {
        var answering = AnswerAsync("");

        (await PostAsync(address => IPAddress.IsLoopback(address))).Failure.ShouldBe(TransportFailure.Unreachable);
        await answering;
    }

    public void Dispose() => receiver.Dispose();

    private async Task<TransportAnswer> PostAsync(Func<IPAddress, bool> isAllowed)
    {
        var port = ((IPEndPoint)receiver.LocalEndpoint).Port;
        using var handler = new GuardedConnector(isAllowed, (_, _) => Task.FromResult(new[] { IPAddress.Loopback })).CreateHandler();
        using var transport = new HttpEventTransport(handler, time);
        return await transport.PostAsync(new($"http://hooks.example.com:{port}/in"), new Dictionary<string, string>(StringComparer.Ordinal) { ["webhook-id"] = "msg_1" }, Encoding.UTF8.GetBytes("{\"é\":1}"));
    }

    private async Task<string> AnswerAsync(string answer)
    {
        using var client = await receiver.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[8192];
        var length = 0;
        while (!Encoding.UTF8.GetString(buffer, 0, length).EndsWith('}'))
            length += await stream.ReadAsync(buffer.AsMemory(length));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}

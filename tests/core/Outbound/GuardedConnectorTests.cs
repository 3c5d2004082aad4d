using System.Net;
using System.Net.Sockets;
using System.Text;
using OpsAutomation.Outbound;

namespace OpsAutomation.Core.Tests.Outbound;

public class GuardedConnectorTests
{
    [Fact]
    public async Task A_public_name_that_resolves_to_a_private_address_is_not_connected_to()
    {
        var connector = new GuardedConnector(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("169.254.169.254"), IPAddress.Loopback]));

        await Should.ThrowAsync<PrivateAddressException>(async () => await connector.ConnectAsync(new("files.example.com", 443), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("0.0.0.0")]
    [InlineData("100.64.0.1")]
    public async Task An_address_that_hides_a_private_one_is_not_connected_to(string address)
    {
        var connector = new GuardedConnector(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));

        await Should.ThrowAsync<PrivateAddressException>(async () => await connector.ConnectAsync(new("files.example.com", 443), TestContext.Current.CancellationToken));
        await Should.ThrowAsync<PrivateAddressException>(async () => await connector.ConnectAsync(new(address, 443), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_that_changes_its_answer_is_looked_up_once_and_what_was_looked_at_is_connected_to()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var lookups = 0;
        // Stands for a public address first, and for a private one whenever it is asked again.
        var connector = new GuardedConnector(
            IPAddress.Loopback.Equals, (_, _) => Task.FromResult<IPAddress[]>([++lookups == 1 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]));
        var host = new DnsEndPoint("rebind.example.com", ((IPEndPoint)listener.LocalEndpoint).Port);

        await using (await connector.ConnectAsync(host, TestContext.Current.CancellationToken))
        using (await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
            lookups.ShouldBe(1);
        await Should.ThrowAsync<PrivateAddressException>(async () => await connector.ConnectAsync(host, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_mixed_addresses_only_the_allowed_one_is_connected_to()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var connector = new GuardedConnector(IPAddress.Loopback.Equals, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));

        await using var stream = await connector.ConnectAsync(new("files.example.com", port), TestContext.Current.CancellationToken);

        using var peer = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        ((IPEndPoint)peer.Client.LocalEndPoint!).Address.ShouldBe(IPAddress.Loopback);
    }

    [Fact]
    public async Task A_client_is_told_of_a_private_address_by_the_inner_exception_and_follows_no_redirect_by_itself()
    {
        using var refusing = new HttpClient(new GuardedConnector().CreateHandler());
        var failure = await Should.ThrowAsync<HttpRequestException>(() => refusing.GetAsync(new Uri("http://127.0.0.1:9/"), TestContext.Current.CancellationToken));
        failure.InnerException.ShouldBeOfType<PrivateAddressException>();

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new HttpClient(new GuardedConnector(_ => true).CreateHandler());
        var answer = client.GetAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), TestContext.Current.CancellationToken);
        using var peer = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await peer.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"), TestContext.Current.CancellationToken);

        (await answer).StatusCode.ShouldBe(HttpStatusCode.Found);
    }
}

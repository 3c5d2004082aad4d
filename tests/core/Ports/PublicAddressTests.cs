using System.Net;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Ports;

public class PublicAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fd00:ec2::254")]
    public void An_address_of_a_machine_or_a_local_network_is_not_public(string address) =>
        PublicAddress.IsAllowed(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("168.63.129.17")]
    [InlineData("2a00:1450:4007:80e::200e")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void An_address_of_the_internet_is_public(string address) => PublicAddress.IsAllowed(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("http://example.com/a.csv")]
    [InlineData("ftp://example.com/a.csv")]
    [InlineData("https://localhost/a.csv")]
    [InlineData("https://intranet/a.csv")]
    [InlineData("https://printer.local/a.csv")]
    [InlineData("https://vault.internal./a.csv")]
    [InlineData("https://metadata.google.internal/a.csv")]
    [InlineData("https://user:secret@example.com/a.csv")]
    [InlineData("https://127.0.0.1/a.csv")]
    [InlineData("https://2130706433/a.csv")]
    [InlineData("https://0x7f.1/a.csv")]
    [InlineData("https://[::1]/a.csv")]
    [InlineData("https://[::ffff:169.254.169.254]/a.csv")]
    public void A_link_that_cannot_lead_to_the_internet_is_known_by_its_text(string link) => PublicAddress.Problem(new(link)).ShouldNotBeNull();

    [Theory]
    [InlineData("https://docs.google.com/spreadsheets/d/x/edit")]
    [InlineData("https://example.com:8443/a.csv")]
    [InlineData("https://8.8.8.8/a.csv")]
    [InlineData("https://exämple.fr/a.csv")]
    public void A_link_to_the_internet_is_accepted(string link) => PublicAddress.Problem(new(link)).ShouldBeNull();
}

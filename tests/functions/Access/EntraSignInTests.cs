using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Composition;

namespace OpsAutomation.Functions.Tests.Access;

public sealed class EntraSignInTests
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Lea = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Team = "99999999-8888-7777-6666-555555555555";

    [Fact]
    public void A_person_or_a_group_that_the_settings_name_is_let_in_and_nobody_else()
    {
        var signIn = SignIn();

        signIn.Opens(Request(Principal())).ShouldBeTrue();
        signIn.Opens(Request(Principal(person: Guid.Empty.ToString(), group: Team))).ShouldBeTrue();
        signIn.Opens(Request(Principal(person: Lea.ToUpperInvariant()))).ShouldBeTrue();
        signIn.Opens(Request(Principal(person: Guid.Empty.ToString()))).ShouldBeFalse();
        signIn.Opens(Request(Principal(tenant: Guid.Empty.ToString()))).ShouldBeFalse();
        signIn.Opens(Request(Principal(provider: "google"))).ShouldBeFalse();
        signIn.Opens(Request(null)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", null)]
    [InlineData("WEBSITE_AUTH_ENABLED", "False")]
    [InlineData("WEBSITE_AUTH_ENABLED", null)]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true")]
    public void Nobody_is_let_in_where_the_platform_does_not_take_the_header_off(string name, string? value) =>
        SignIn((name, value)).Opens(Request(Principal())).ShouldBeFalse();

    [Fact]
    public void Nobody_is_let_in_where_the_setting_is_off() => SignIn(options => options.EntraSignIn = false).Opens(Request(Principal())).ShouldBeFalse();

    [Theory]
    [InlineData("no base64 at all!")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    [InlineData("e30=")]
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W3sidHlwIjoxfV19")]
    public void A_header_that_is_no_principal_lets_nobody_in(string header) => SignIn().Opens(Request(header)).ShouldBeFalse();

    [Fact]
    public void Two_headers_or_two_people_in_one_let_nobody_in()
    {
        var twice = Request(Principal());
        twice.Headers["X-MS-CLIENT-PRINCIPAL"] = new([Principal(), Principal()]);
        SignIn().Opens(twice).ShouldBeFalse();
        SignIn().Opens(Request(Principal(more: $$""",{"typ":"oid","val":"{{Guid.Empty}}"}"""))).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("https://ops.example.com", "same-origin", true)]
    [InlineData("https://evil.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData(null, "cross-site", false)]
    public void What_another_site_makes_a_browser_post_is_not_the_persons_own(string? origin, string? site, bool opens)
    {
        var request = Request(Principal());
        request.Method = "POST";
        if (origin is not null)
            request.Headers.Origin = origin;
        if (site is not null)
            request.Headers["Sec-Fetch-Site"] = site;

        SignIn().Opens(request).ShouldBe(opens);
    }

    public static string Principal(string tenant = Tenant, string person = Lea, string provider = "aad", string group = "none", string more = "") => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""
        {"auth_typ":"{{provider}}","claims":[{"typ":"http://schemas.microsoft.com/identity/claims/tenantid","val":"{{tenant}}"},
        {"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"{{person}}"},{"typ":"groups","val":"{{group}}"}{{more}}],"name_typ":"n","role_typ":"r"}
        """));

    private static HttpRequest Request(string? principal)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        if (principal is not null)
            request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
        return request;
    }

    private static EntraSignIn SignIn(params (string Name, string? Value)[] changed) => SignIn(_ => { }, changed);

    private static EntraSignIn SignIn(Action<OpsOptions> change, params (string Name, string? Value)[] changed)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["AzureWebJobsStorage:accountName"] = "ops", ["WEBSITE_AUTH_ENABLED"] = "True" };
        foreach (var (name, value) in changed)
            settings[name] = value;
        var options = new OpsOptions { EntraSignIn = true, EntraTenant = Tenant, PublicUrl = "https://ops.example.com" };
        options.EntraUsers.Add(Lea);
        options.EntraGroups.Add(Team);
        change(options);
        return new(Options.Create(options), new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), NullLogger<EntraSignIn>.Instance);
    }
}

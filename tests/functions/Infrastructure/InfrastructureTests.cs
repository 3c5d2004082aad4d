using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OpsAutomation.Azure;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Functions.Telemetry;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Tests.Infrastructure;

/// <summary>What must not drift between the code, host.json and the infrastructure.</summary>
public class InfrastructureTests
{
    // For one machine, an emulator or a test: never of a deployed app.
    private static readonly string[] NotInTheCloud = ["Ops__Graph__Endpoint"];

    private static readonly string[] StorageSettingNames = ["Ops__Storage__BlobUri", "Ops__Storage__TableUri", "Ops__KeyVaultUri"];

    [Fact]
    public void Every_container_and_table_that_the_code_names_is_made_and_no_other()
    {
        BicepText.List("app/storage.bicep", "containers").ShouldBe(StorageNames.Containers, ignoreOrder: true);
        BicepText.List("app/storage.bicep", "tables").ShouldBe([StorageNames.State]);
    }

    [Fact]
    public void Every_queue_that_the_code_names_is_made_with_its_poison_queue_and_no_other()
    {
        BicepText.List("app/storage.bicep", "jobQueues").ShouldBe(JobQueues.All, ignoreOrder: true);
        BicepText.Of("app/storage.bicep").ShouldContain($"map(jobQueues, queue => '${{queue}}{JobQueues.PoisonSuffix}')");
    }

    [Fact]
    public void Every_setting_that_is_set_is_read()
    {
        var ours = BicepText.Settings.Where(name => !IsTheHosts(name)).ToList();

        ours.ShouldBe(ours.Distinct(StringComparer.Ordinal));
        ours.Except(Read(), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_that_is_read_is_set() =>
        Read().Except(BicepText.Settings, StringComparer.Ordinal).Except(NotInTheCloud, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void The_settings_of_storage_that_are_set_lead_to_both_accounts_by_identity()
    {
        // The order in which a value is looked for: each service is set where it is meant to be.
        var values = BicepText.Settings.Where(name => name.Contains("Uri", StringComparison.Ordinal)).ToDictionary(
            name => name.Replace("__", ":", StringComparison.Ordinal), name => (string?)$"https://{name.ToLowerInvariant().Replace('_', '-')}.example.com", StringComparer.Ordinal);

        var settings = StorageSettings.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build());

        settings.IsCloud.ShouldBeTrue();
        settings.Blobs!.Host.ShouldBe("ops--storage--bloburi.example.com");
        settings.Tables!.Host.ShouldBe("ops--storage--tableuri.example.com");
        settings.Queues!.Host.ShouldBe("azurewebjobsstorage--queueserviceuri.example.com");
        settings.KeyVault!.Host.ShouldBe("ops--keyvaulturi.example.com");
    }

    [Theory]
    [InlineData("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "scope: container[i]")]
    [InlineData("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "scope: queue[i]")]
    [InlineData("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "scope: table[i]")]
    [InlineData("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "scope: host")]
    [InlineData("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "scope: host")]
    [InlineData("b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "scope: vault")]
    [InlineData("3913510d-42f4-4e42-8a64-420c390055eb", "scope: insights")]
    public void Every_role_that_an_adapter_needs_is_granted_where_it_is_needed(string role, string scope)
    {
        var text = BicepText.Of("app/rbac.bicep");
        var name = Regex.Match(text, $@"(?<name>\w+): '{role}'", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["name"].Value;
        name.ShouldNotBeEmpty();

        var grants = text.Split("resource ").Where(part => part.Contains($"roles.{name})", StringComparison.Ordinal) && part.Contains(scope, StringComparison.Ordinal)).ToList();

        grants.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_the_storage_service_tells_of_is_the_inbox_and_goes_to_the_queue_of_exports()
    {
        var events = BicepText.Of("app/events.bicep");

        events.ShouldContain("'/blobServices/default/containers/${inboxContainer}/blobs/'");
        BicepText.Of("app/storage.bicep").ShouldContain($"output inboxContainer string = '{StorageNames.Inbox}'");
        BicepText.Of("app/storage.bicep").ShouldContain($"output exportsQueue string = '{JobQueues.Exports}'");
        BicepText.List("app/storage.bicep", "jobQueues").ShouldContain(JobQueues.Exports, StringComparer.Ordinal);
    }

    [Fact]
    public void No_key_and_no_connection_string_of_storage_is_anywhere()
    {
        foreach (var file in BicepText.Files)
        {
            var text = File.ReadAllText(file);
            text.ShouldNotContain("listKeys", Case.Insensitive);
            text.ShouldNotContain("AccountKey", Case.Insensitive);
            text.ShouldNotContain("allowSharedKeyAccess: true");
        }

        Regex.Count(BicepText.Of("app/storage.bicep"), "allowSharedKeyAccess: false").ShouldBe(2);
        BicepText.Of("app/monitoring.bicep").ShouldContain("DisableLocalAuth: true");
        BicepText.Of("app/vault.bicep").ShouldContain("enablePurgeProtection: true");
    }

    [Fact]
    public void No_module_comes_from_a_registry()
    {
        foreach (var file in BicepText.Files)
        {
            foreach (Match module in Regex.Matches(File.ReadAllText(file), @"^module \w+ '(?<path>[^']+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
                File.Exists(Path.Combine(Path.GetDirectoryName(file)!, module.Groups["path"].Value)).ShouldBeTrue(module.Value);
        }
    }

    [Fact]
    public void Every_parameter_of_the_environment_is_one_of_the_main_file()
    {
        using var parameters = JsonDocument.Parse(BicepText.Of("main.parameters.json"));
        var declared = Regex.Matches(BicepText.Of("main.bicep"), @"^param (?<name>\w+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["name"].Value);

        parameters.RootElement.GetProperty("parameters").EnumerateObject().Select(one => one.Name).ShouldBe(declared.Except(["currentMonth"], StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public void Every_setting_of_an_environment_is_in_the_manual_and_every_output_says_where_something_is()
    {
        var manual = File.ReadAllText(Path.Combine(BicepText.Root(), "docs", "deploy.md"));
        var settings = Regex.Matches(BicepText.Of("main.parameters.json"), @"\$\{(?<name>OPS_\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["name"].Value).ToList();
        settings.Count.ShouldBeGreaterThan(15);
        settings.Where(name => !manual.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var hook in new[] { "permissions.sh", "permissions.ps1" })
        {
            foreach (var name in new[] { "OPS_IDENTITY_CLIENT_ID", "OPS_IDENTITY_OBJECT_ID", "OPS_MAILBOX", "OPS_SITE_URL", "OPS_SITE_ROLE" })
                File.ReadAllText(Path.Combine(BicepText.Root(), "hooks", hook)).ShouldContain(name);
        }

        // What azd keeps for the next time under the name of a setting must be what that setting may be.
        foreach (Match output in Regex.Matches(BicepText.Of("main.bicep"), @"^output (?<name>\w+) string = (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            output.Groups["value"].Value.ShouldMatch(@"^(group\.name|\w+\.outputs\.\w+|monthlyBudget > 0 \? budgetFrom : '')$");
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("the-longest-name-of-32-characters")]
    public void Names_stay_within_what_each_service_takes_whatever_the_environment_is_called(string environment)
    {
        using var abbreviations = JsonDocument.Parse(BicepText.Of("abbreviations.json"));
        string Named(string kind) => abbreviations.RootElement.GetProperty(kind).GetString() + new string('x', 13);
        // What uniqueString gives is 13 letters and digits; only the resource group has the environment's own name.
        Regex.Count(BicepText.Of("main.bicep"), @"\$\{environmentName\}").ShouldBe(1);
        foreach (var storage in new[] { "storageHost", "storageData" })
            Named(storage).ShouldMatch("^[a-z0-9]{3,24}$");
        Named("keyVault").ShouldMatch("^[a-z][a-z0-9-]{2,23}$");
        Named("functionApp").ShouldMatch("^[a-z][a-z0-9-]{1,59}$");
        (abbreviations.RootElement.GetProperty("resourceGroup").GetString() + environment).Length.ShouldBeLessThanOrEqualTo(90);
        BicepText.Of("main.bicep").ShouldContain("uniqueString(subscription().id, environmentName, location)");
    }

    [Fact]
    public void The_deployed_package_lies_where_the_doctor_looks_for_it() =>
        BicepText.Of("app/storage.bicep").ShouldContain($"var deploymentContainerName = '{StorageNames.Deployment}'");

    [Fact]
    public void With_and_without_a_network_of_its_own_storage_and_vault_say_alike_who_reaches_them()
    {
        BicepText.Of("app/storage.bicep").ShouldContain("defaultAction: isolateNetwork ? 'Deny' : 'Allow'");
        BicepText.Of("app/vault.bicep").ShouldContain("publicNetworkAccess: isolateNetwork ? 'Disabled' : 'Enabled'");
        var main = BicepText.Of("main.bicep");
        main.ShouldContain("module network 'app/network.bicep' = if (isolateNetwork) {");
        main.ShouldContain("subnetId: isolateNetwork ? network!.outputs.appSubnetId : ''");
        var network = BicepText.Of("app/network.bicep");
        network.ShouldContain("serviceName: 'Microsoft.App/environments'");
        foreach (var endpoint in new[] { "resource hostEndpoint", "resource dataEndpoint", "resource vaultEndpoint" })
            network.ShouldContain(endpoint);
    }

    [Fact]
    public void What_is_kept_goes_after_its_time_and_what_was_deleted_can_be_had_back()
    {
        var storage = BicepText.Of("app/storage.bicep");

        foreach (var (rule, prefix, days) in new[] { ("inbox-30-days", StorageNames.Inbox, 30), ("webhook-bodies-7-days", StorageNames.Webhooks, 7) })
        {
            var text = storage[storage.IndexOf($"'{rule}'", StringComparison.Ordinal)..];
            text.ShouldContain($"prefixMatch: ['{prefix}/']");
            text.ShouldContain($"daysAfterModificationGreaterThan: {days}");
        }

        storage.ShouldContain("isVersioningEnabled: true");
        Regex.Count(storage, @"etentionPolicy: \{\s+enabled: true\s+days: 14").ShouldBe(2);
    }

    [Fact]
    public void As_many_requests_at_once_reach_an_instance_as_its_host_takes()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepText.Root(), "host.json")));
        var most = host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("maxConcurrentRequests").GetInt32();

        BicepText.Of("app/functions.bicep").ShouldContain($"perInstanceConcurrency: {most}");
    }

    private static bool IsTheHosts(string name) =>
        name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal) || name.StartsWith("APPLICATIONINSIGHTS_", StringComparison.Ordinal);

    private static IReadOnlyList<string> Read() =>
    [
        .. StorageSettingNames,
        OtlpSettings.EndpointName, OtlpSettings.ProtocolName, OtlpSettings.HeadersName, OtlpSettings.ServiceName,
        .. typeof(OpsOptions).GetProperties().Select(property => $"{OpsOptions.Section}__{property.Name}{(property.CanWrite ? "" : "__0")}"),
        .. typeof(GraphOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"{GraphOptions.Section.Replace(":", "__", StringComparison.Ordinal)}__{property.Name}"),
    ];
}

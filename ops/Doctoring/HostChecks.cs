using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Azure;
using OpsAutomation.Functions.Composition;
using OpsAutomation.FunctionsRuntime;
using OpsAutomation.FunctionsRuntime.Timers;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>What the host of an app keeps in its own account: when timers last ran, and the package that was deployed.</summary>
internal sealed class HostChecks(IServiceProvider services, IConfiguration settings, DateTimeOffset now)
{
    private const string HostFile = "host.json";
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(20);

    private static readonly IReadOnlyList<string> Timers =
    [
        .. typeof(AppServices).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
            .Where(method => Array.Exists(method.GetParameters(), parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal),
    ];

    /// <summary>What is to say of it.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (HostAccount.Blobs(settings, services.GetService<TokenCredential>()) is not { } account)
            return [];
        var timers = await TryAsync("timers", () => TimersAsync(account, cancellationToken));
        return await TryAsync("deployed-host-json", async () => await DeployedAsync(account, cancellationToken)) is { } deployed ? [timers!, deployed] : [timers!];
    }

    private async Task<Finding?> TimersAsync(BlobServiceClient account, CancellationToken cancellationToken)
    {
        // Another name of the host leaves statuses of an app that is gone: the latest of a timer counts.
        var next = new Dictionary<string, (DateTimeOffset Next, DateTimeOffset? Last)>(StringComparer.Ordinal);
        await foreach (var (name, record) in HostTimers.ListAsync(account, cancellationToken))
        {
            if (!next.TryGetValue(name, out var known) || record.Next > known.Next)
                next[name] = (record.Next, record.Last);
        }

        if (next.Count == 0)
        {
            return Finding.Warn(
                "timers", new($"No timer has run on {account.Uri.Host}.", $"Aucune minuterie n'a tourné sur {account.Uri.Host}."),
                new("Start the app. Where it has an account of its own for the host, name that: AzureWebJobsStorage__blobServiceUri.", "Démarrez l'application. Si l'hôte a son propre compte, indiquez-le\u00a0: AzureWebJobsStorage__blobServiceUri."));
        }

        var late = Timers.Where(name => !next.TryGetValue(name, out var known) || known.Next < now - Late).ToList();
        if (late.Count == 0)
            return Finding.Ok("timers", "no timer is late", "aucune minuterie n'est en retard");
        var (en, fr) = (string.Join(", ", late.Select(name => $"{name} ({Since(name, "never", "last")})")), string.Join(", ", late.Select(name => $"{name} ({Since(name, "jamais", "dernière")})")));
        return Finding.Fail(
            "timers", new($"Timers are late: {en}.", $"Des minuteries sont en retard\u00a0: {fr}."),
            new("See that the app runs and its log; a timer that is disabled in the portal does not run either.", "Vérifiez que l'application tourne, et son journal\u00a0; une minuterie désactivée dans le portail ne tourne pas non plus."));

        string Since(string name, string never, string last) =>
            next.TryGetValue(name, out var known) && known.Last is { } at ? $"{last} {at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC" : never;
    }

    // One machine deploys nothing: where there is no package, there is nothing to say.
    private static async Task<Finding?> DeployedAsync(BlobServiceClient account, CancellationToken cancellationToken)
    {
        var container = account.GetBlobContainerClient(StorageNames.Deployment);
        if (!await container.ExistsAsync(cancellationToken))
            return null;
        BlobItem? package = null;
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && (package is null || blob.Properties.LastModified > package.Properties.LastModified))
                package = blob;
        }

        if (package is null)
        {
            return Finding.Warn(
                "deployed-host-json", new("Nothing has been deployed yet.", "Rien n'a encore été déployé."),
                new("azd deploy", "azd deploy"));
        }

        var stream = await container.GetBlobClient(package.Name).OpenReadAsync(cancellationToken: cancellationToken);
        await using (stream)
        {
            try
            {
                using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
                if (zip.GetEntry(HostFile) is not { } entry)
                    return Broken("holds no host.json", "ne contient pas de host.json");
                using var reader = new StreamReader(await entry.OpenAsync(cancellationToken));
                var found = SettingsChecks.HostText("deployed-host-json", await reader.ReadToEndAsync(cancellationToken));
                return found.Status == FindingStatus.Ok ? Finding.Ok(found.Id, "the deployed host.json has the values that the product needs", "le host.json déployé a les valeurs dont le produit a besoin") : found;
            }
            catch (InvalidDataException)
            {
                return Broken("is no zip", "n'est pas un zip");
            }
        }
    }

    private static Finding Broken(string en, string fr) => Finding.Fail(
        "deployed-host-json", new($"The deployed package {en}.", $"Le paquet déployé {fr}."), new("Deploy again: azd deploy", "Redéployez\u00a0: azd deploy"));

    private static async Task<Finding?> TryAsync(string id, Func<Task<Finding?>> look)
    {
        try
        {
            return await look();
        }
        catch (RequestFailedException failure) when (failure.Status is 401 or 403)
        {
            return Finding.Warn(
                id, new("The account of the host may not be read, so this was not looked at.", "Le compte de l'hôte ne peut pas être lu\u00a0: ce point n'a pas été vérifié."),
                new("Give this identity the role Storage Blob Data Reader on it; on an isolated network, run the command inside it.", "Donnez à cette identité le rôle Storage Blob Data Reader sur ce compte\u00a0; sur un réseau isolé, lancez la commande de l'intérieur."));
        }
        catch (Exception exception) when (AccountPlace.FailureOf(exception) is { } failure)
        {
            return Finding.Of(id, failure);
        }
    }
}

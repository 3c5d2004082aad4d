using System.Text.Json;
using Microsoft.Extensions.Configuration;
using OpsAutomation.Functions.Composition;
using OpsAutomation.FunctionsRuntime;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>Settings, host.json, and whether people reach the app by the address that mails name.</summary>
internal static class SettingsChecks
{
    private const string Health = "/api/health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether the app would start with these settings.</summary>
    public static Finding Settings(IConfiguration configuration)
    {
        var errors = SettingsErrors.Of(configuration);
        return errors.Count == 0
            ? Finding.Ok("settings", "every setting can be followed", "tous les réglages peuvent être suivis")
            : Finding.Fail(
                "settings", new(string.Join(" ", errors), string.Join(" ", errors)),
                new("Correct them in the environment; docs/operations.md lists what each means.", "Corrigez-les dans l'environnement\u00a0; docs/operations.md dit ce que chacun signifie."));
    }

    /// <summary>Whether host.json is one that the product works with.</summary>
    public static Finding HostFile(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
            return Finding.Warn("host-json", new("There is no host.json beside the program: the host's defaults hold.", "Il n'y a pas de host.json à côté du programme\u00a0: les valeurs par défaut s'appliquent."));
        return HostText("host-json", File.ReadAllText(path));
    }

    /// <summary>Whether the text of a host.json is one that the product works with.</summary>
    public static Finding HostText(string id, string text)
    {
        try
        {
            var host = HostSettings.Parse(text);
            List<string> wrong = [];
            if (host.RoutePrefix != "api")
                wrong.Add("http.routePrefix ≠ api");
            if (!host.Base64Messages)
                wrong.Add("queues.messageEncoding ≠ base64");
            if (host.VisibilityTimeout <= TimeSpan.Zero)
                wrong.Add("queues.visibilityTimeout = 0");
            if (host.MaxDequeueCount < 2)
                wrong.Add("queues.maxDequeueCount < 2");
            var list = string.Join(", ", wrong);
            return wrong.Count == 0
                ? Finding.Ok(id, "host.json has the values that the product needs", "host.json a les valeurs dont le produit a besoin")
                : Finding.Fail(id, new($"host.json is not as the product needs it: {list}.", $"host.json n'est pas comme il le faut\u00a0: {list}."), Restore);
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException)
        {
            return Finding.Fail(id, new("host.json cannot be read.", "host.json est illisible."), Restore);
        }
    }

    /// <summary>Whether the app answers at its public address.</summary>
    public static async Task<Finding> PublicUrlAsync(Uri? address, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return Finding.Ok(
                "public-url", "Ops__PublicUrl is not set: digests go without links", "Ops__PublicUrl n'est pas défini\u00a0: les points hebdomadaires partent sans liens");
        }

        var url = address.ToString().TrimEnd('/') + Health;
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
            using var answer = await client.GetAsync(new Uri(url), cancellationToken);
            return answer.IsSuccessStatusCode
                ? Finding.Ok("public-url", $"{url} answers", $"{url} répond")
                : Finding.Fail("public-url", new($"{url} answered {(int)answer.StatusCode}.", $"{url} a répondu {(int)answer.StatusCode}."), Reach);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Finding.Fail("public-url", new($"{url} does not answer.", $"{url} ne répond pas."), Reach);
        }
    }

    private static LocalizedText Restore { get; } = new("Take the one of the release.", "Reprenez celui de la version publiée.");

    private static LocalizedText Reach { get; } = new(
        "Links in mails lead nowhere: start the app, or correct Ops__PublicUrl (without /api).",
        "Les liens des courriels ne mènent nulle part\u00a0: démarrez l'application, ou corrigez Ops__PublicUrl (sans /api).");
}

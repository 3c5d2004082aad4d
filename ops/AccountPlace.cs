using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Local;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops;

/// <summary>A storage account as the place of a command, by the app's own settings and composition.</summary>
internal static class AccountPlace
{
    private static readonly string[] Settings =
    [
        "AzureWebJobsStorage", "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
    ];

    /// <summary>Whether the environment names an account.</summary>
    public static bool IsNamed(Func<string, string?> environment) => Array.Exists(Settings, name => !string.IsNullOrWhiteSpace(environment(name)));

    /// <summary>The environment without its account.</summary>
    public static Func<string, string?> Without(Func<string, string?> environment) =>
        name => Array.Exists(Settings, setting => setting == name) ? null : environment(name);

    /// <summary>Opens the account; and the home, where that has the secrets and the outbox beside an emulator.</summary>
    /// <param name="settings">The settings of the environment.</param>
    /// <param name="folder">The home.</param>
    /// <param name="time">The clock.</param>
    /// <param name="prepares">Whether older state is brought up and newer state refused; a check looks at what there is first.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Wrong usage: a setting cannot be followed. Others as the account or the home say.</exception>
    public static async Task<Place> OpenAsync(IConfiguration settings, string folder, TimeProvider time, bool prepares, CancellationToken cancellationToken)
    {
        LocalHome? home = null;
        ServiceProvider? provider = null;
        try
        {
            var services = new ServiceCollection().AddSingleton(time).AddAccount(settings);
            if (AccountServices.LeavesHome(settings))
            {
                home = await LocalHome.OpenAsync(folder, time, cancellationToken: cancellationToken);
                services.TryAddSingleton<ISecretStore>(home.Secrets);
                services.TryAddSingleton<IMailer>(home.Mailer);
            }

            provider = services.BuildServiceProvider();
            var place = Of(provider, home);
            if (prepares)
                await AccountServices.PrepareAsync(provider, cancellationToken);
            return place;
        }
        catch (Exception exception)
        {
            provider?.Dispose();
            home?.Dispose();
            if (exception is not (InvalidOperationException or ArgumentException or FormatException or OptionsValidationException))
                throw;
            throw OpsException.WrongUsage(
                $"A setting cannot be followed: {exception.Message}",
                $"Un réglage ne peut pas être suivi\u00a0: {exception.Message}",
                exception);
        }
    }

    /// <summary>The failure to tell for what came of working on the account; null where it came from elsewhere.</summary>
    public static OpsException? FailureOf(Exception exception) => OpsAutomation.Azure.StorageFailure.Find(exception);

    private static Place Of(ServiceProvider provider, LocalHome? home)
    {
        // For the length of the command.
        var scope = provider.CreateScope();
        var ports = scope.ServiceProvider;
        return new(() =>
        {
            scope.Dispose();
            provider.Dispose();
            home?.Dispose();
        })
        {
            Name = AccountServices.NameOf(ports),
            Services = ports,
            Blobs = ports.GetRequiredService<IBlobStore>(),
            State = ports.GetRequiredService<IStateStore>(),
            Engagements = ports.GetRequiredService<IEngagementRegistry>(),
            Jobs = ports.GetRequiredService<IJobQueue>(),
            Secrets = ports.GetRequiredService<ISecretStore>(),
            Mailer = ports.GetRequiredService<IMailer>(),
        };
    }
}

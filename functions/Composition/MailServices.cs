using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Composition;

/// <summary>The mailer of an app that has none.</summary>
internal static class MailServices
{
    /// <summary>Refuses to send, and says which settings are missing.</summary>
    public static IServiceCollection AddNoMailer(this IServiceCollection services) => services.AddSingleton<IMailer, MissingMailer>();
}

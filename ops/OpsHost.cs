using Microsoft.Extensions.Configuration;
using OpsAutomation.Outbound;

namespace OpsAutomation.Ops;

/// <summary>What a command sees of the machine; tests give their own.</summary>
internal sealed record OpsHost
{
    /// <summary>Results: text, or one JSON document.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Failures and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What is piped or typed into a command that asks for it.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Environment variables: OPS_HOME, OPS_DEBUG, Ops__PublicUrl, AzureWebJobsStorage and its kind, LC_ALL, LC_MESSAGES, LANG.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The same environment as the app reads its settings from it; asked for only where it names a storage account.</summary>
    public Func<IConfiguration> Settings { get; init; } = static () => new ConfigurationBuilder().Build();

    /// <summary>Makes the connections to web addresses that an engagement's file names: to the public internet only.</summary>
    public Func<HttpMessageHandler> Web { get; init; } = static () => new GuardedConnector().CreateHandler();

    /// <summary>The user's own folder: holds the default home.</summary>
    public required string UserFolder { get; init; }
}

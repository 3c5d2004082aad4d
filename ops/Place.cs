using OpsAutomation.Local;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops;

/// <summary>Where a command works, for its length: a home, or a storage account.</summary>
internal sealed class Place : IDisposable
{
    private readonly Action close;
    private Action openAhead = static () => { };
    private Action refuseHeld = static () => { };

    /// <summary>A place that is given back by an action.</summary>
    public Place(Action close) => this.close = close;

    /// <summary>What people call it: the folder's path, or the account's address.</summary>
    public required string Name { get; init; }

    /// <summary>The files of engagements.</summary>
    public required IBlobStore Blobs { get; init; }

    /// <summary>The records of engagements.</summary>
    public required IStateStore State { get; init; }

    /// <summary>The engagements.</summary>
    public required IEngagementRegistry Engagements { get; init; }

    /// <summary>The queues of the app.</summary>
    public required IJobQueue Jobs { get; init; }

    /// <summary>The secrets of engagements.</summary>
    public required ISecretStore Secrets { get; init; }

    /// <summary>What sends mail.</summary>
    public required IMailer Mailer { get; init; }

    /// <summary>The clients of a storage account, for checks; null in a home.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>A home, which is closed with it.</summary>
    public static Place Of(LocalHome home) => new(home.Dispose)
    {
        openAhead = home.State.OpenAhead,
        refuseHeld = home.RefuseHeld,
        Name = home.Folder,
        Blobs = home.Blobs,
        State = home.State,
        Engagements = home.Engagements,
        Jobs = home.Jobs,
        Secrets = home.Secrets,
        Mailer = home.Mailer,
    };

    /// <summary>Begins to open the state while something else is done.</summary>
    public void OpenAhead() => openAhead();

    /// <summary>Refuses work by which something leaves a home that was restored and is held back.</summary>
    /// <exception cref="OpsException">Refused: it is held back.</exception>
    public void RefuseHeld() => refuseHeld();

    /// <inheritdoc/>
    public void Dispose() => close();
}

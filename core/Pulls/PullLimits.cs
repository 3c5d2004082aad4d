using NodaTime;

namespace OpsAutomation.Pulls;

/// <summary>What pulling may take.</summary>
public sealed record PullLimits
{
    /// <summary>Bytes of the largest file that is pulled: 1 GiB unless set otherwise.</summary>
    public long LargestFile { get; init; } = 1L << 30;

    /// <summary>
    /// How long a file of the inbox must have rested before it is taken. Zero where blobs are written as a whole; a few seconds where people
    /// copy files into a folder: a younger file is looked at twice, and taken when it did not change in between.
    /// </summary>
    public Duration Rest { get; init; } = Duration.Zero;

    /// <summary>How long a service may fail before the OBM is told.</summary>
    public Duration Patience { get; init; } = Duration.FromHours(3);
}

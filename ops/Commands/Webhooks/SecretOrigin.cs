namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>Who makes the secret of a source.</summary>
internal enum SecretOrigin
{
    /// <summary>The command does, and the vendor is told it.</summary>
    Ours,

    /// <summary>The vendor does; it is read from a file or standard input.</summary>
    Vendor,

    /// <summary>The vendor does, and tells the app itself.</summary>
    Handshake,
}

namespace OpsAutomation.Functions.Composition;

/// <summary>
/// A store of the home that is used without a turn, and so while a command works for minutes: by senders who wait for an answer. For reading, and for
/// records that no command reads to change them; never for writing files, since a command sweeps those that are unfinished.
/// </summary>
/// <typeparam name="TPort">The port.</typeparam>
/// <param name="Port">The store.</param>
internal sealed record BesideCommands<TPort>(TPort Port)
    where TPort : class;

using NodaTime;

namespace OpsAutomation.Closing;

/// <summary>That an engagement has ended.</summary>
/// <param name="Day">The engagement's local day on which it was closed, or first seen as closed in its file: what is kept after it counts from here.</param>
/// <param name="By">Who closed it by command; null where its file was changed by hand.</param>
public sealed record Closure(LocalDate Day, string? By = null);

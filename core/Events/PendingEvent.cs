using NodaTime;

namespace OpsAutomation.Events;

/// <summary>An event that is decided on and not yet known to be taken.</summary>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Key">What tells a repetition.</param>
/// <param name="Data">A JSON object.</param>
/// <param name="Occurred">When it happened.</param>
internal sealed record PendingEvent(string Type, string Subject, string Key, string Data, Instant Occurred);

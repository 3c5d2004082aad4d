using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A public holiday: the day on which people are off, which may be a substitute for the day it is about.</summary>
public sealed record Holiday(LocalDate Day, LocalizedText Name);

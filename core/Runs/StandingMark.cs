using NodaTime;

namespace OpsAutomation.Runs;

/// <summary>When an engagement was last looked at by itself, and what there was to look at: collection <c>runs</c>, id <c>kpis</c>.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Print">What there was: changes whenever facts, configuration, logbook or marks by hand do.</param>
/// <param name="Run">The number of the run, from 1.</param>
/// <param name="At">The moment.</param>
public sealed record StandingMark(LocalDate Day, string Print, int Run, Instant At);

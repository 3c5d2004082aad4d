using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>The digest that a correction corrects.</summary>
/// <param name="Revision">Its revision, from 1.</param>
/// <param name="SentOn">The local day on which it was sent.</param>
/// <param name="Figures">The figures that it showed.</param>
public sealed record CorrectedDigest(int Revision, LocalDate SentOn, IReadOnlyList<SentFigure> Figures);

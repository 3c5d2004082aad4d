namespace OpsAutomation.Exports.Profiles;

/// <summary>How one input of a profile is found in a header.</summary>
/// <param name="Field">The input's name.</param>
/// <param name="Tiers">Header patterns, the preferred first; those of one tier are equally good. A pattern is a key of <see cref="Mapping.HeaderName"/>, perhaps with <c>*</c> at its ends.</param>
public sealed record ProfileColumn(string Field, IReadOnlyList<IReadOnlyList<HeaderPattern>> Tiers);

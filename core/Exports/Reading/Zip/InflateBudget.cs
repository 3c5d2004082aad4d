namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>What an entry may inflate to.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="MaxBytes">Bytes of one entry.</param>
/// <param name="MaxRatio">Inflated bytes for each compressed one.</param>
internal sealed record InflateBudget(string File, long MaxBytes, int MaxRatio);

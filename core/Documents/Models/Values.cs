namespace OpsAutomation.Documents.Models;

/// <summary>Values that a template can name.</summary>
internal sealed class Values() : Dictionary<string, object?>(StringComparer.Ordinal);

namespace OpsAutomation.Pulls;

/// <summary>A file has more bytes than may be pulled.</summary>
internal sealed class FileTooLargeException() : Exception("The file is larger than the limit.");

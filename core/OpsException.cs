namespace OpsAutomation;

/// <summary>A failure with a message for a person: what, where and what to do next, in both languages, without personal data.</summary>
public sealed class OpsException : Exception
{
    /// <summary>Creates a failure of the given kind.</summary>
    public OpsException(FailureKind kind, LocalizedText text, Exception? inner = null)
        : base(text.En, inner)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>Whether a retry can help, and the exit code.</summary>
    public FailureKind Kind { get; }

    /// <summary>The message in both languages.</summary>
    public LocalizedText Text { get; }

    /// <summary>How long the service that failed asked to be left alone; null where it said nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A refusal with its reason.</summary>
    public static OpsException Refused(string en, string fr, Exception? inner = null) => new(FailureKind.Refused, new(en, fr), inner);

    /// <summary>A request that was malformed.</summary>
    public static OpsException WrongUsage(string en, string fr, Exception? inner = null) => new(FailureKind.WrongUsage, new(en, fr), inner);

    /// <summary>A failure after which the same request is safe to repeat.</summary>
    public static OpsException Retriable(string en, string fr, Exception? inner = null) => new(FailureKind.Retriable, new(en, fr), inner);
}

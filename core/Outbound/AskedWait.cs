namespace OpsAutomation.Outbound;

/// <summary>How long a server asks to wait before it is asked again: <c>Retry-After</c>, in seconds or until a moment (RFC 9110, 10.2.3).</summary>
internal static class AskedWait
{
    /// <summary>The wait from now, or null where none is asked or its moment is past.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, TimeProvider time) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };
}

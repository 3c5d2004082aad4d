namespace OpsAutomation.Ports;

/// <summary>The mark in a place's state that says in which version it is kept.</summary>
public interface ISchemaMark
{
    /// <summary>The version, or null where there is no mark.</summary>
    Task<int?> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets the mark; it is kept once the task has ended, and until then the former one is.</summary>
    Task WriteAsync(int version, CancellationToken cancellationToken = default);
}

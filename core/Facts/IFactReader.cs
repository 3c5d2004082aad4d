namespace OpsAutomation.Facts;

/// <summary>A stream of facts of one type.</summary>
public interface IFactReader : IDisposable
{
    /// <summary>The record under the cursor; the same object for the whole stream.</summary>
    FactRecord Current { get; }

    /// <summary>Moves to the next record; false at the end.</summary>
    bool Read();
}

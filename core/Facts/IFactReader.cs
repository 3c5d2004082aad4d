namespace OpsAutomation.Facts;

/// <summary>A stream of facts of one type.</summary>
public interface IFactReader : IDisposable
{
    /// <summary>The record under the cursor; its content is valid until the next <see cref="Read"/>, which may also show another object.</summary>
    FactRecord Current { get; }

    /// <summary>Moves to the next record; false at the end.</summary>
    bool Read();
}

namespace OpsAutomation.Kpis.Surveys;

/// <summary>One answer.</summary>
/// <param name="Day">The day.</param>
/// <param name="Millisecond">The time of the day, negative where it is not known.</param>
/// <param name="Key">The record's key: decides between answers of one moment.</param>
/// <param name="Person">The hash of who answered; 0 where that is not known.</param>
/// <param name="Side">1 for a promoter, -1 for a detractor, else 0.</param>
internal readonly record struct Answer(int Day, int Millisecond, UInt128 Key, UInt128 Person, int Side) : IComparable<Answer>
{
    /// <inheritdoc/>
    public int CompareTo(Answer other) => (Day, Millisecond, Key).CompareTo((other.Day, other.Millisecond, other.Key));

    public static bool operator <(Answer left, Answer right) => left.CompareTo(right) < 0;

    public static bool operator >(Answer left, Answer right) => left.CompareTo(right) > 0;

    public static bool operator <=(Answer left, Answer right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Answer left, Answer right) => left.CompareTo(right) >= 0;
}

namespace OpsAutomation.Facts.Changes;

/// <summary>What one event told of one field.</summary>
/// <param name="At">The moment by the vendor's clock, Unix milliseconds.</param>
/// <param name="Offset">Minutes by which the engagement's clock was ahead of UTC then.</param>
/// <param name="Text">The value as <see cref="FieldText"/> writes it; null where the field was emptied, or where the event did not say.</param>
/// <param name="IsKnown">Whether the event said the value; else it only said that it changed.</param>
/// <param name="Source">The source of webhooks.</param>
/// <param name="Delivery">The delivery that brought it.</param>
internal readonly record struct ToldValue(long At, int Offset, string? Text, bool IsKnown, string Source, string Delivery)
{
    private const int MinutesADay = 1440;

    /// <summary>The local day, as days since 1970-01-01.</summary>
    public int Day => (int)Math.Floor(((At / 60_000m) + Offset) / MinutesADay);

    /// <summary>Whether both say the same, whoever told it.</summary>
    public bool IsSame(in ToldValue other) => At == other.At && IsKnown == other.IsKnown && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <summary>The newest first; of one moment what is known, then an order that does not depend on which came first.</summary>
    public static int NewestFirst(ToldValue left, ToldValue right)
    {
        var order = right.At.CompareTo(left.At);
        if (order == 0)
            order = right.IsKnown.CompareTo(left.IsKnown);
        return order == 0 ? string.CompareOrdinal(right.Text, left.Text) : order;
    }
}

namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>Decides which separators of a number are thousands and which one is the decimal mark.</summary>
internal static class NumberGroups
{
    /// <summary>
    /// Decides the number of digits of the fraction.
    /// </summary>
    /// <param name="separators">The separators in order: <c>.</c>, <c>,</c>, <c>'</c> or a blank.</param>
    /// <param name="lengths">Digits before the first separator, between them, and after the last.</param>
    /// <param name="mark">The column's decimal mark, or 0.</param>
    /// <param name="hasExponent">Whether an exponent follows: a lone mark then is the decimal mark.</param>
    /// <param name="startsWithZero">Whether the first digit is 0: then no thousands follow it.</param>
    /// <param name="fraction">Digits after the decimal mark; -1 where the mark is open or contradicted.</param>
    /// <param name="evidence">What the number says about the mark.</param>
    /// <returns>False where the separators make no number.</returns>
    internal static bool TryDecide(ReadOnlySpan<byte> separators, ReadOnlySpan<int> lengths, byte mark, bool hasExponent, bool startsWithZero, out int fraction, out NumberEvidence evidence)
    {
        fraction = 0;
        evidence = NumberEvidence.Plain;
        if (separators.IsEmpty)
            return true;
        var points = separators.Count((byte)'.');
        var commas = separators.Count((byte)',');
        if (points == 0 && commas == 0)
            return AreGroups(separators, lengths, separators.Length);
        var last = separators[^1];
        if (last is not ((byte)'.' or (byte)','))
            return false;

        var same = last == '.' ? points : commas;
        var decides = last == '.' ? NumberEvidence.Point : NumberEvidence.Comma;
        var opposite = last == '.' ? NumberEvidence.Comma : NumberEvidence.Point;
        if (same > 1)
        {
            // 1.234.567: the repeated mark groups thousands, so the other one would be the decimal mark.
            if (same != separators.Length || !AreGroups(separators, lengths, separators.Length))
                return false;
            evidence = opposite;
            fraction = mark == last ? -1 : 0;
            return true;
        }

        if (separators.Length == 1 && !hasExponent && lengths[1] == 3 && lengths[0] is >= 1 and <= 3 && !startsWithZero)
        {
            evidence = NumberEvidence.Open;
            fraction = mark == 0 ? -1 : mark == last ? 3 : 0;
            return true;
        }

        if (!AreGroups(separators, lengths, separators.Length - 1))
            return false;
        evidence = decides;
        fraction = mark != 0 && mark != last ? -1 : lengths[^1];
        return true;
    }

    // The first separators are thousands of one kind: three digits each, or two before the last three as in India.
    private static bool AreGroups(ReadOnlySpan<byte> separators, ReadOnlySpan<int> lengths, int count)
    {
        if (count == 0)
            return true;
        if (lengths[0] is < 1 or > 3 || lengths[count] != 3)
            return false;
        for (var i = 0; i < count; i++)
        {
            if (separators[i] != separators[0] || (i > 0 && lengths[i] is not (2 or 3)))
                return false;
        }

        return true;
    }
}

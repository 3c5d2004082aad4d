namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>The general reading of a number, sign by sign; <see cref="NumberText"/> has read the plain ones before.</summary>
internal struct NumberParts
{
    private const int MaxSeparators = 24;
    private const int MaxDigits = 28;

    private UInt128 digits;
    private int significant;
    private int dropped;
    private bool negative;
    private bool openParenthesis;
    private bool firstDigitIsZero;

    internal static bool TryParse(scoped ReadOnlySpan<byte> text, byte mark, out decimal value, out NumberEvidence evidence)
    {
        value = 0m;
        evidence = NumberEvidence.Plain;
        var number = default(NumberParts);
        if (!number.ReadPrefix(ref text))
            return false;
        Span<byte> separators = stackalloc byte[MaxSeparators];
        Span<int> lengths = stackalloc int[MaxSeparators + 1];
        if (!number.ReadBody(ref text, separators, lengths, out var count))
            return false;
        if (count > 0 && separators[count - 1] == '.' && lengths[count] == 0 && !text.IsEmpty && NumberSigns.Minus(text) is var dash and > 0)
        {
            // Swiss prices: 50.– is fifty, not minus fifty.
            text = text[dash..];
        }

        var hasExponent = ReadExponent(ref text, out var exponent);
        if (!number.ReadSuffix(text))
            return false;
        if (!NumberGroups.TryDecide(separators[..count], lengths[..(count + 1)], mark, hasExponent, number.firstDigitIsZero, out var fraction, out evidence))
            return false;
        if (fraction < 0)
            return true;
        return number.TryScale(fraction - exponent, out value);
    }

    private readonly bool TryScale(int scale, out decimal value)
    {
        value = 0m;
        var unscaled = digits;
        scale -= dropped;
        if (unscaled == 0)
        {
            return true;
        }

        for (; scale < 0; scale++)
        {
            unscaled *= 10;
            if (unscaled >> 96 != 0)
                return false;
        }

        for (; scale > 28; scale--)
            unscaled /= 10;
        value = new decimal((int)(uint)unscaled, (int)(uint)(unscaled >> 32), (int)(uint)(unscaled >> 64), negative, (byte)scale);
        return true;
    }

    private bool ReadPrefix(ref ReadOnlySpan<byte> text)
    {
        for (; ; )
        {
            if (text.IsEmpty)
                return false;
            var first = text[0];
            if (char.IsAsciiDigit((char)first) || (first is (byte)'.' or (byte)',' && text.Length > 1 && char.IsAsciiDigit((char)text[1])))
                return true;
            if (first == '(' && !openParenthesis)
            {
                openParenthesis = true;
                text = text[1..];
            }
            else if (NumberSigns.Blank(text) is var blank and > 0)
            {
                text = text[blank..];
            }
            else if (NumberSigns.Minus(text) is var minus and > 0 && !negative)
            {
                negative = true;
                text = text[minus..];
            }
            else if (first == '+')
            {
                text = text[1..];
            }
            else if (NumberSigns.Currency(text) is var currency and > 0)
            {
                text = text[currency..];
            }
            else
            {
                return false;
            }
        }
    }

    private bool ReadBody(scoped ref ReadOnlySpan<byte> text, scoped Span<byte> separators, scoped Span<int> lengths, out int count)
    {
        count = 0;
        lengths[0] = 0;
        var any = false;
        while (!text.IsEmpty)
        {
            var digit = (uint)(text[0] - '0');
            if (digit <= 9)
            {
                if (!any)
                    firstDigitIsZero = digit == 0;
                any = true;
                Add(digit);
                lengths[count]++;
                text = text[1..];
                continue;
            }

            var kind = NumberSigns.Separator(text, out var length);
            if (kind == 0)
                break;
            if (kind is (byte)' ' or (byte)'\'' && (text.Length <= length || !char.IsAsciiDigit((char)text[length])))
                break;
            if (count == MaxSeparators)
                return false;
            separators[count++] = kind;
            lengths[count] = 0;
            text = text[length..];
        }

        return any;
    }

    private void Add(uint digit)
    {
        if (significant == 0 && digit == 0)
            return;
        if (significant < MaxDigits)
        {
            digits = (digits * 10) + digit;
            significant++;
        }
        else
        {
            dropped++;
        }
    }

    private static bool ReadExponent(ref ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.Length < 2 || text[0] is not ((byte)'E' or (byte)'e'))
            return false;
        var rest = text[1..];
        var sign = 1;
        if (rest[0] is (byte)'+' or (byte)'-')
        {
            sign = rest[0] == '-' ? -1 : 1;
            rest = rest[1..];
        }

        var read = 0;
        while (read < rest.Length && read < 3 && char.IsAsciiDigit((char)rest[read]))
            exponent = (exponent * 10) + (rest[read++] - '0');
        if (read is 0 or 3)
            return false;
        exponent *= sign;
        text = rest[read..];
        return true;
    }

    private bool ReadSuffix(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == ')' && openParenthesis)
            {
                openParenthesis = false;
                negative = !negative;
                text = text[1..];
            }
            else if (text[0] == '%')
            {
                text = text[1..];
            }
            else if (NumberSigns.Blank(text) is var blank and > 0)
            {
                text = text[blank..];
            }
            else if (NumberSigns.Minus(text) is var minus and > 0 && !negative)
            {
                negative = true;
                text = text[minus..];
            }
            else if (NumberSigns.Currency(text) is var currency and > 0)
            {
                text = text[currency..];
            }
            else
            {
                return false;
            }
        }

        return !openParenthesis;
    }
}

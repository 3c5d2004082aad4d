namespace OpsAutomation.Exports.Reading.Delimited;

/// <content>Quoted fields: where they end, and what is done about quotes that were not doubled or never closed.</content>
internal sealed partial class DelimitedSource
{
    /// <summary>
    /// The place of the delimiter, line end or end of text that follows the field opened at <paramref name="opening"/>;
    /// negative where more text is needed or the quote was never closed.
    /// </summary>
    private int FindClosing(int opening, ref int lines, out FieldSpan content, out QuoteEnding ending)
    {
        content = default;
        ending = QuoteEnding.Plain;
        var from = opening + 1;
        while (true)
        {
            var offset = _buffer.AsSpan(from, _end - from).IndexOf((byte)'"');
            if (offset < 0)
                return _atEnd ? Unterminated : NeedsMoreText;
            var quote = from + offset;
            var after = quote + 1;
            if (after >= _end && !_atEnd)
                return NeedsMoreText;
            if (after < _end && _buffer[after] == (byte)'"')
            {
                ending = QuoteEnding.Doubled;
                from = after + 1;
                continue;
            }

            var end = EndsField(after);
            if (end == NeedsMoreText)
                return NeedsMoreText;
            if (end >= 0)
            {
                content = new(opening + 1, quote - opening - 1);
                if (content.Length > 0)
                    lines += LineEnds.Count(_buffer.AsSpan(content.Start, content.Length));
                return end;
            }

            // A quote that neither doubles nor closes. After a line break and a separator it is rather the opening of a later row's field.
            if (QuotedField.LooksLikeOpening(_buffer, opening, quote, _delimiter))
                return Unterminated;
            var recovery = QuotedField.Recover(_buffer.AsSpan(0, _end), after, _delimiter, _atEnd, out var closing);
            if (recovery < 0)
                return NeedsMoreText;
            ending = closing >= 0 ? QuoteEnding.Doubled : QuoteEnding.TextAfter;
            content = closing >= 0 ? new(opening + 1, closing - opening - 1) : new(opening + 1, recovery - opening - 1);
            lines += LineEnds.Count(_buffer.AsSpan(content.Start, content.Length));
            return recovery;
        }
    }

    /// <summary>The end of the field if only blanks stand between a closing quote and it, else -2.</summary>
    private int EndsField(int after)
    {
        var at = after;
        while (at < _end)
        {
            var c = _buffer[at];
            if (c == _delimiter || c == (byte)'\n' || c == (byte)'\r')
                return at;
            if (c != (byte)' ')
                return Unterminated;
            at++;
        }

        return _atEnd ? at : NeedsMoreText;
    }

    /// <summary>Reads the row again with the quote that was never closed as text. A row without any quote left is too large.</summary>
    private void TakeQuoteAsText()
    {
        if (_literalOpening >= _literalFrom || _literalOpening < 0)
            throw Oversize.Field(_file, _line, _limits.MaxFieldBytes);
        _literalFrom = _literalOpening;
        _literalOpening = -1;
        Row.Defect = RowDefects.UnterminatedQuote;
    }

    private void AddFix(int field, QuoteEnding ending)
    {
        if (_fixCount == _fixes.Length)
            Array.Resize(ref _fixes, _fixes.Length * 2);
        _fixes[_fixCount++] = new(field, ending);
    }

    private readonly record struct FieldFix(int Field, QuoteEnding Ending);
}

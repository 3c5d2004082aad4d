using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>Values in an OData filter, so that no value can end its own quotes.</summary>
internal static class FilterText
{
    public static string Of(FormattableString filter) =>
        string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    public static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static object Literal(object value) => value switch
    {
        null => "''",
        string text => Quoted(text),
        char letter => Quoted(letter.ToString()),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        Guid id => $"guid'{id}'",
        DateTimeOffset moment => $"datetime'{moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}'",
        DateTime moment => $"datetime'{moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        _ => throw new NotSupportedException($"A value of type {value.GetType().Name} has no form in a table filter."),
    };
}

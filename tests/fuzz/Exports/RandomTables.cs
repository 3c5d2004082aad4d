using System.Text;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Running;

namespace OpsAutomation.Fuzz.Tests.Exports;

/// <summary>Tables whose headers some profile knows and whose cells nobody expects.</summary>
internal static class RandomTables
{
    private static readonly string[] Delimiters = [",", ";", "\t", "|", ", "];
    private static readonly string[] Ends = ["\n", "\r\n", "\r"];
    private static readonly string[][] Headers =
    [
        .. ProfileCatalogue.Default.Profiles.Select(profile => profile.Columns.Select(column => column.Tiers[0][0].Text.Replace("*", "x", StringComparison.Ordinal)).ToArray()),
    ];

    /// <summary>A delimited text of a few rows; of about 1 MiB where the case is large.</summary>
    public static byte[] Delimited(FuzzCase one)
    {
        var random = one.Random;
        var header = Header(one);
        var delimiter = one.Any(Delimiters);
        var end = one.Any(Ends);
        var text = new StringBuilder();
        for (var junk = one.Chance(20) ? random.Next(4) : 0; junk > 0; junk--)
            text.Append(Tokens.Text(random)).Append(end);
        text.AppendJoin(delimiter, header.Select(name => Quote(one, name))).Append(end);
        var rows = one.IsLarge ? int.MaxValue : random.Next(12);
        for (var row = 0; row < rows && text.Length < FuzzCase.LargeBytes; row++)
        {
            var width = one.Chance(5) ? random.Next(header.Length * 2) : header.Length;
            text.AppendJoin(delimiter, Enumerable.Range(0, width).Select(_ => Quote(one, Tokens.Text(random)))).Append(end);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>JSON of records, nested as deep as the case likes.</summary>
    public static byte[] Json(FuzzCase one)
    {
        var text = new StringBuilder(one.Chance(70) ? "[" : "{\"data\":[");
        var header = Header(one);
        var records = one.IsLarge ? int.MaxValue : one.Random.Next(1, 8);
        for (var record = 0; record < records && text.Length < FuzzCase.LargeBytes; record++)
        {
            text.Append(record == 0 ? "{" : ",{");
            text.AppendJoin(',', header.Select(name => $"{JsonText(one, name)}:{JsonValue(one, 0)}"));
            text.Append('}');
        }

        return Encoding.UTF8.GetBytes(text.Append(text[0] == '[' ? "]" : "]}").ToString());
    }

    /// <summary>A JSON value of any kind.</summary>
    public static string JsonValue(FuzzCase one, int depth)
    {
        var random = one.Random;
        switch (random.Next(depth > 6 ? 6 : 9))
        {
            case 0: return "null";
            case 1: return one.Chance(50) ? "true" : "false";
            case 2: return one.Any(["0", "-0.0", "1e400", "1e-400", "123456789012345678901234567890", "0.1", "-1", "1E+2", "253402300800000", "1767225600"]);
            case 3 or 4 or 5: return JsonText(one, Tokens.Text(random));
            case 6 when one.Chance(10):
                var levels = random.Next(1, 200);
                return string.Concat(Enumerable.Repeat("[{\"a\":", levels)) + "1" + string.Concat(Enumerable.Repeat("}]", levels));
            case 7: return "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => JsonValue(one, depth + 1))) + "]";
            default: return "{" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"{JsonText(one, one.Chance(30) ? "a" : Tokens.Text(random))}:{JsonValue(one, depth + 1)}")) + "}";
        }
    }

    /// <summary>A JSON string; some with escapes, some with half a pair.</summary>
    public static string JsonText(FuzzCase one, string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\' || c < 32 || char.IsSurrogate(c) || one.Chance(2))
                escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }

        return escaped.Append('"').ToString();
    }

    private static string[] Header(FuzzCase one)
    {
        var header = one.Any(Headers).ToList();
        while (one.Chance(30))
            header.Insert(one.Random.Next(header.Count + 1), one.Chance(50) ? Tokens.Text(one.Random) : one.Any(one.Any(Headers)));
        if (one.Chance(2))
            header.AddRange(Enumerable.Range(0, one.Random.Next(6000)).Select(i => "c" + i));
        return [.. header];
    }

    private static string Quote(FuzzCase one, string cell)
    {
        if (one.Chance(70) && cell.IndexOfAny(['"', ';', ',', '\t', '\n', '\r', '|']) < 0)
            return cell;
        return one.Chance(97) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : $"\"{cell}";
    }
}

using System.Text;

namespace OpsAutomation.Fuzz.Tests.Bytes;

/// <summary>What readers stumble over.</summary>
internal static class Tokens
{
    /// <summary>Texts for cells, names and values.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\0", "\n", "\r", "\r\n", "\t", "\"", "\"\"", "'", ";", ",", "|", "\\", "/", "..", "../../etc/passwd", "C:\\CON", "nul", "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&amp;&#0;&#x110000;", "{{this}}", "{{{raw}}}", "{{#each .}}{{/each}}", "${jndi:ldap://x}", "---", "```", "[a](javascript:x)", "# x",
        "\u202Eabc\u202C", "\u200B\u200D\uFEFF", "\u0085\u2028\u2029", "e\u0301", "\uFB01", "😀", "👩‍👩‍👧‍👦", "\uD83D", "\uDE00", "\uFFFE\uFFFF", "İıſ", "ß", "٣٤", "½", "１２",
        "0", "-0", "1e999", "-1e-999", "NaN", "Infinity", "1.7976931348623157E+308", "79228162514264337593543950336", "-79228162514264337593543950335", "0.0000000000000000000000000000001",
        "99999999999999999999999999999999999999", "9223372036854775808", "-9223372036854775809", "2147483648", "4294967296", "1 234,56", "1.234,56", "1,234.56", "1'234.50", "12,50-", "(5)", "5 %", "€ 5", "0x1F", "1_000",
        "0000-00-00", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999Z", "10000-01-01", "-9998-01-01", "2026-02-30", "31/02/2026", "02/31/26", "20261332", "2026-W53-7", "1e5", "2958466", "-1.5", "60",
        "2026-01-05T25:61:61+99:99", "2026-03-29T02:30:00", "1700000000", "1700000000000", "253402300800000", "9223372036854775807", "Oct 32, 2025 6:55 PM", "null", "NA", "-", "true", "false", "TRUE",
        "closedwon", "Gagnée", "Total", "Total for x", "Grand Totals (5 records)", "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.", "EUR", "XXX", "a@b.c", "@", "[A,B]", "a;b;c", "10:61", "P1DT25H",
    ];

    /// <summary>Bytes that mean something to a reader of some format.</summary>
    public static IReadOnlyList<byte[]> Bytes { get; } =
    [
        .. Texts.Where(text => text.Length is > 0 and < 40).Select(text => Encoding.UTF8.GetBytes(text)),
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0x82], [0xE9], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1A], [0x1B, 0x5B, 0x41], [0x7F], [0, 0, 0, 0],
        [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80], "PK\u0003\u0004"u8.ToArray(), "PK\u0005\u0006"u8.ToArray(), "PK\u0001\u0002"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "<!DOCTYPE x [<!ENTITY e \"e\">]>"u8.ToArray(), "&e;"u8.ToArray(), "<![CDATA["u8.ToArray(), "]]>"u8.ToArray(), "<?xml version=\"1.0\" encoding=\"utf-7\"?>"u8.ToArray(), "<!--"u8.ToArray(), " xmlns:a=\"\""u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ":"u8.ToArray(), "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "//"u8.ToArray(), "/*"u8.ToArray(),
        "&a "u8.ToArray(), "*a"u8.ToArray(), "<<: *a"u8.ToArray(), "!!binary "u8.ToArray(), "!<x> "u8.ToArray(), "%YAML 9.9\n"u8.ToArray(), "--- "u8.ToArray(), "...\n"u8.ToArray(), "? "u8.ToArray(), "|9+\n"u8.ToArray(), ">-\n"u8.ToArray(), "- "u8.ToArray(), "#"u8.ToArray(),
    ];

    /// <summary>A text of those, or several of them, or random characters.</summary>
    public static string Text(Random random)
    {
        switch (random.Next(40))
        {
            case < 5:
                return string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Texts[random.Next(Texts.Count)]));
            case < 10:
                return new string([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x180 : 0x10000))]);
            case 10:
                return new string((char)random.Next(32, 0x2100), random.Next(1, 3000));
            default:
                return Texts[random.Next(Texts.Count)];
        }
    }
}

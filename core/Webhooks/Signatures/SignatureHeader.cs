namespace OpsAutomation.Webhooks.Signatures;

/// <summary>What a signature header says: codes, and the moment where it holds that too.</summary>
/// <param name="Codes">The codes that are of the right length; an empty list where nothing fits.</param>
/// <param name="Time">Of <see cref="SignatureForm.Fields"/> the moment; empty where it is missing or there are several.</param>
internal sealed record SignatureHeader(IReadOnlyList<byte[]> Codes, string Time)
{
    private const string Version = "v1,";

    // During a rotation there are two; who sends more wants work done.
    private const int MostCodes = 8;

    /// <summary>Reads a header.</summary>
    public static SignatureHeader Read(SignatureRule rule, string text) => rule.Form switch
    {
        SignatureForm.Fields => ReadFields(rule, text),
        SignatureForm.List => new([.. text.Split(' ').Where(HasVersion).Take(MostCodes).Select(one => Base64(rule, one[Version.Length..])).OfType<byte[]>()], ""),
        _ when !text.StartsWith(rule.Prefix, StringComparison.Ordinal) => new([], ""),
        SignatureForm.Hex => new(One(Hex(rule, text[rule.Prefix.Length..])), ""),
        _ => new(One(Base64(rule, text[rule.Prefix.Length..])), ""),
    };

    private static SignatureHeader ReadFields(SignatureRule rule, string text)
    {
        string? time = null;
        var codes = new List<byte[]>();
        foreach (var field in text.Split(','))
        {
            var (name, value) = field.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (field[..at].Trim(), field[(at + 1)..].Trim()) : ("", "");
            if (name == "t")
                time = time is null ? value : "";
            else if (name == "v1" && codes.Count < MostCodes && Hex(rule, value) is { } code)
                codes.Add(code);
        }

        return new(codes, time ?? "");
    }

    private static bool HasVersion(string text) => text.StartsWith(Version, StringComparison.Ordinal);

    private static byte[][] One(byte[]? code) => code is null ? [] : [code];

    private static byte[]? Hex(SignatureRule rule, string text) =>
        text.Length == rule.CodeLength * 2 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;

    private static byte[]? Base64(SignatureRule rule, string text)
    {
        var code = new byte[rule.CodeLength];
        // A length that fits leaves no room for the white space that the reader would pass over.
        return text.Length == (rule.CodeLength + 2) / 3 * 4 && Convert.TryFromBase64String(text, code, out var length) && length == code.Length ? code : null;
    }
}

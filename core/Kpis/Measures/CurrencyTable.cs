using System.Text;

namespace OpsAutomation.Kpis.Measures;

/// <summary>Numbers for the currencies met in a stream; 0 is the engagement's, which amounts that name none are in.</summary>
internal sealed class CurrencyTable
{
    private readonly List<byte[]> codes = [];
    private readonly List<string> names = [];
    private bool homeMet;

    public CurrencyTable(string home)
    {
        codes.Add(Encoding.UTF8.GetBytes(home));
        names.Add(home);
    }

    /// <summary>The only currency met so far, else the engagement's.</summary>
    public string Sole => homeMet || names.Count != 2 ? names[0] : names[1];

    /// <summary>The ISO code of a number.</summary>
    public string this[int index] => names[index];

    /// <summary>The number of a code in UTF-8.</summary>
    public int IndexOf(ReadOnlySpan<byte> code)
    {
        if (code.IsEmpty || code.SequenceEqual(codes[0]))
        {
            homeMet = true;
            return 0;
        }

        for (var index = 1; index < codes.Count; index++)
        {
            if (code.SequenceEqual(codes[index]))
                return index;
        }

        codes.Add(code.ToArray());
        names.Add(Encoding.UTF8.GetString(code));
        return codes.Count - 1;
    }
}

using OpsAutomation.Exports.Mapping.Values;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>Which ledger lines carry an opening balance forward: journals AN, RAN, ANO and « à nouveaux », and lines labelled so.</summary>
internal sealed class OpeningEntries
{
    private readonly WordList journals = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["opening"] = ["AN", "RAN", "ANO", "ANX", "RANX", "AN1", "A NOUVEAU", "A NOUVEAUX", "ANOUV", "ANOUVEAU", "ANOU", "REPORT A NOUVEAU", "OUV", "OUVERTURE", "*nouveau", "*nouveaux", "OPENING", "Opening balance"],
    });

    internal bool Holds(ReadOnlySpan<byte> journal, ReadOnlySpan<byte> label) => journals.Find(journal) is not null || StartsWithOpening(label);

    // "A NOUVEAU", "À nouveaux au 01/01", "Report à nouveau", "Solde d'ouverture".
    private static bool StartsWithOpening(ReadOnlySpan<byte> label)
    {
        Span<byte> folded = stackalloc byte[24];
        var length = 0;
        while (!label.IsEmpty && length < folded.Length)
        {
            var read = Utf8Text.FoldWord(label, folded[length..], out var written);
            length += written;
            if (read == 0)
                read = 1;
            label = label[read..];
        }

        ReadOnlySpan<byte> text = folded[..length];
        return text.StartsWith("anouveau"u8) || text.StartsWith("reportanouveau"u8) || text.StartsWith("soldedouverture"u8) || text.StartsWith("openingbalance"u8)
            || text.StartsWith("ecrituredouverture"u8);
    }
}

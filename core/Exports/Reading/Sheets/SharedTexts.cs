using System.Text;
using System.Xml;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>The texts that a workbook's cells share, as UTF-8 one behind the other.</summary>
internal sealed class SharedTexts
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_ends.Count)
                return default;
            var start = index == 0 ? 0 : _ends[index - 1];
            return _bytes.AsSpan(start, _ends[index] - start);
        }
    }

    public static SharedTexts Read(string file, Archive archive, string? path, ReadingLimits limits)
    {
        var texts = new SharedTexts();
        if (path is null || archive.Read(path) is not { } stream)
            return texts;
        var chars = new char[8192];
        var inText = false;
        var phonetic = 0;
        using var xml = SafeXml.Open(file, stream);
        while (xml.Read())
        {
            var opens = xml.NodeType == XmlNodeType.Element;
            switch (xml.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when xml.LocalName == "rPh":
                    phonetic = opens && !xml.Reader.IsEmptyElement ? 1 : 0;
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when xml.LocalName == "t":
                    inText = opens && !xml.Reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "si":
                    texts.End(file, limits);
                    break;
                case XmlNodeType.Element when xml.LocalName == "si" && xml.Reader.IsEmptyElement:
                    texts.End(file, limits);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText && phonetic == 0:
                    int read;
                    while ((read = xml.ReadText(chars)) > 0)
                        texts.Append(chars.AsSpan(0, read), file, limits);
                    break;
            }
        }

        return texts;
    }

    private void End(string file, ReadingLimits limits)
    {
        Check(0, file, limits);
        _ends.Add(_length);
    }

    private void Append(ReadOnlySpan<char> text, string file, ReadingLimits limits)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Check(most, file, limits);
        if (_bytes.Length - _length < most)
            Array.Resize(ref _bytes, Math.Max(Math.Min(_bytes.Length * 2, limits.MaxBytesInMemory), _length + most));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    // A text without a character takes its place in the list all the same.
    private void Check(int more, string file, ReadingLimits limits)
    {
        if ((long)_length + more + (_ends.Count * 2L * sizeof(int)) > limits.MaxBytesInMemory)
            throw Oversize.InMemory(file, limits.MaxBytesInMemory);
    }
}

using System.Xml;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>XML of a workbook, read without document types or anything outside the part; damage becomes a refusal.</summary>
internal sealed class SafeXml : IDisposable
{
    private readonly string _file;
    private readonly TokenGuardStream _stream;
    private readonly XmlReader _xml;

    private SafeXml(string file, Stream stream)
    {
        _file = file;
        _stream = new(stream, file);
        _xml = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    public XmlReader Reader => _xml;

    public XmlNodeType NodeType => _xml.NodeType;

    public string LocalName => _xml.LocalName;

    public static SafeXml Open(string file, Stream stream) => new(file, stream);

    public static implicit operator XmlReader(SafeXml xml) => xml._xml;

    public string? GetAttribute(string name) => _xml.GetAttribute(name);

    public bool Read()
    {
        _stream.Step();
        try
        {
            return _xml.Read();
        }
        catch (XmlException e)
        {
            throw Refusal(e);
        }
    }

    /// <summary>Reads a part of a long text.</summary>
    public int ReadText(char[] buffer)
    {
        _stream.Step();
        try
        {
            return _xml.ReadValueChunk(buffer, 0, buffer.Length);
        }
        catch (XmlException e)
        {
            throw Refusal(e);
        }
    }

    public void Dispose()
    {
        _xml.Dispose();
        _stream.Dispose();
    }

    private OpsException Refusal(XmlException e)
    {
        if (!e.Message.Contains("DTD", StringComparison.Ordinal))
            return Archive.Damaged(_file, e);
        return OpsException.Refused(
            $"{_file}: the workbook declares document types or external entities, which no spreadsheet needs; nothing was read. Save it again from your spreadsheet.",
            $"{_file}\u00a0: le classeur déclare des types de document ou des entités externes, inutiles à un tableur\u00a0; rien n’a été lu. Enregistrez-le à nouveau depuis votre tableur.",
            e);
    }
}

using System.Globalization;
using System.Text;
using System.Xml;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>
/// The rows of one sheet, streamed from its part. What the sheet says of its own size is not believed: rows are read as they stand,
/// and blank cells beyond what people make are refused.
/// </summary>
internal sealed class SheetSource : RowSource
{
    private const int MaxBlankCells = 20_000_000;

    private readonly string _file;
    private readonly SafeXml _xml;
    private readonly SharedTexts _texts;
    private readonly CellFormats _formats;
    private readonly ReadingLimits _limits;
    private readonly RowWriter _writer;
    private readonly StringBuilder _value = new();
    private readonly char[] _chars = new char[4096];
    private int _line;
    private int _blank;

    public SheetSource(string file, SheetPart sheet, Archive archive, SharedTexts texts, CellFormats formats, ReadingLimits limits)
    {
        _file = file;
        _texts = texts;
        _formats = formats;
        _limits = limits;
        _writer = new(Row);
        _xml = SafeXml.Open(file, archive.Read(sheet.Path) ?? throw Archive.Damaged(file));
    }

    public override bool Read()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "row")
                continue;
            _line = int.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : _line + 1;
            if (_line > _limits.MaxSheetRows || ++_rows > _limits.MaxSheetRows)
                throw TooManyRows();
            _writer.Start(_line);
            if (!_xml.Reader.IsEmptyElement)
                ReadCells();
            return true;
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _xml.Dispose();
    }

    private int _rows;

    private void ReadCells()
    {
        var column = -1;
        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.LocalName == "row")
                return;
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "c")
                continue;
            column = CellReference.ColumnOf(_xml.GetAttribute("r")) ?? column + 1;
            var type = _xml.GetAttribute("t");
            var style = int.TryParse(_xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
            if (_xml.Reader.IsEmptyElement || !ReadValue())
            {
                if (++_blank > MaxBlankCells)
                    throw TooManyBlanks();
                continue;
            }

            if (column >= _limits.MaxColumns)
                throw Oversize.Columns(_file, _line, _limits.MaxColumns);
            SetCell(column, type, style);
        }
    }

    /// <summary>Takes the cell's value or inline text, up to the cell's end; false where it has none.</summary>
    private bool ReadValue()
    {
        _value.Clear();
        var inside = false;
        var phonetic = false;
        while (_xml.Read())
        {
            var opens = _xml.NodeType == XmlNodeType.Element && !_xml.Reader.IsEmptyElement;
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when _xml.LocalName is "v" or "t":
                    inside = opens;
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when _xml.LocalName == "rPh":
                    phonetic = opens;
                    break;
                case XmlNodeType.EndElement when _xml.LocalName == "c":
                    return _value.Length > 0;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inside && !phonetic:
                    int read;
                    while ((read = _xml.ReadText(_chars)) > 0)
                    {
                        _value.Append(_chars, 0, read);
                        if (_value.Length > _limits.MaxFieldBytes)
                            throw Oversize.Field(_file, _line, _limits.MaxFieldBytes);
                    }

                    break;
            }
        }

        return false;
    }

    private void SetCell(int column, string? type, int style)
    {
        var value = _value.ToString();
        switch (type)
        {
            case "s":
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && _texts[index] is { Length: > 0 } text)
                    SetText(column, text);
                break;
            case "e":
                break;
            case "b":
                _writer.Set(column, value is "1" or "true" ? "true"u8 : "false"u8, CellKind.Boolean);
                break;
            case "str" or "inlineStr":
                SetText(column, Encoding.UTF8.GetBytes(value));
                break;
            case "d":
                if (DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
                    _writer.Set(column, CellValues.Iso(date), CellKind.Date);
                else
                    _writer.Set(column, value);
                break;
            default:
                SetNumber(column, value.Trim(), _formats.LookOf(style));
                break;
        }
    }

    private void SetNumber(int column, string value, NumberLook look)
    {
        if (look != NumberLook.Number && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial))
        {
            if (look == NumberLook.Time)
            {
                _writer.Set(column, CellValues.Time(serial));
                return;
            }

            if (CellValues.Date(serial, _formats.StartsIn1904) is { } date)
            {
                _writer.Set(column, date, CellKind.Date);
                return;
            }
        }

        if (CellValues.Number(value) is { } number)
            _writer.Set(column, number, CellKind.Number);
        else
            _writer.Set(column, value);
    }

    private void SetText(int column, ReadOnlySpan<byte> text) =>
        _writer.Set(column, EscapedText.Has(text) ? EscapedText.Unescape(text) : text);

    private OpsException TooManyRows() => OpsException.Refused(
        $"{_file}: a sheet holds more than {_limits.MaxSheetRows} rows, which no spreadsheet does. Export the data as CSV.",
        $"{_file}\u00a0: une feuille contient plus de {_limits.MaxSheetRows} lignes, ce qu’aucun tableur ne permet. Exportez les données en CSV.");

    private OpsException TooManyBlanks() => OpsException.Refused(
        $"{_file}: a sheet holds more than {MaxBlankCells} blank cells. Delete the blank rows and columns around the data and save it again.",
        $"{_file}\u00a0: une feuille contient plus de {MaxBlankCells} cellules vides. Supprimez les lignes et colonnes vides autour des données et enregistrez-la à nouveau.");
}

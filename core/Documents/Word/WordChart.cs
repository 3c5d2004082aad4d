using System.Globalization;
using System.Security;
using System.Text;
using OpsAutomation.Documents.Charts;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Word;

/// <summary>
/// A chart as Word's own: a part that Word and LibreOffice draw as vectors, with gaps where figures are missing. Its labels are texts of ours, so that numbers
/// read as everywhere else in the document whatever the machine's settings are.
/// </summary>
internal static class WordChart
{
    private const string Ink = "1D2733";
    private const string Grey = "5B6875";

    private const string Namespaces =
        "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>The chart part.</summary>
    public static string Part(Chart chart, Locale locale)
    {
        var scale = ChartScale.Of(chart);
        var labels = chart.Labelled();
        var xml = new StringBuilder($"<c:chartSpace {Namespaces}><c:roundedCorners val=\"0\"/><c:chart>");
        xml.Append("<c:title><c:tx><c:rich><a:bodyPr/><a:p>").Append(Properties(8, bold: false, Ink)).Append(Run(ChartWords.Caption(chart, locale), 8, Ink))
            .Append("</a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>")
            .Append("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        var french = locale.Language == Language.French;
        Series(xml, chart, 0, french ? "Valeur" : "Value", point => point.Value, i => labels.Contains(i) ? ChartWords.Short(chart.Points[i].Value!.Value, chart.Unit, chart.Currency, locale) : null);
        if (chart.HasTarget)
            Series(xml, chart, 1, french ? "Cible" : "Target", point => point.Target, null);
        if (chart.HasRange)
            Series(xml, chart, 2, french ? "Cible, borne haute" : "Target, upper end", point => point.UpTo, null);
        xml.Append("<c:marker val=\"1\"/><c:axId val=\"111\"/><c:axId val=\"222\"/></c:lineChart>");
        Axes(xml, scale);
        xml.Append("<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>")
            .Append("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p>").Append(Properties(7, bold: false, Ink)).Append("<a:endParaRPr/></a:p></c:txPr></c:chartSpace>");
        return xml.ToString();
    }

    private static void Series(StringBuilder xml, Chart chart, int index, string name, Func<ChartPoint, decimal?> of, Func<int, string?>? label)
    {
        var isTarget = index > 0;
        xml.Append($"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:strRef><c:f>Figures!${(char)('B' + index)}$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{Encode(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>")
            .Append(isTarget
                ? $"<c:spPr><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"{Grey}\"/></a:solidFill><a:prstDash val=\"dash\"/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>"
                : $"<c:spPr><a:ln w=\"22225\"><a:solidFill><a:srgbClr val=\"{Ink}\"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"5\"/><c:spPr><a:solidFill><a:srgbClr val=\"{Ink}\"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val=\"{Ink}\"/></a:solidFill></a:ln></c:spPr></c:marker>");
        if (label is not null)
            Labels(xml, chart, label);
        var last = chart.Points.Count + 1;
        xml.Append($"<c:cat><c:strRef><c:f>Figures!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{chart.Points.Count}\"/>");
        for (var i = 0; i < chart.Points.Count; i++)
            xml.Append($"<c:pt idx=\"{i}\"><c:v>{Encode(chart.Points[i].Label)}</c:v></c:pt>");
        xml.Append($"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Figures!${(char)('B' + index)}$2:${(char)('B' + index)}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{chart.Points.Count}\"/>");
        for (var i = 0; i < chart.Points.Count; i++)
        {
            // A point that is not there is a gap.
            if (of(chart.Points[i]) is { } value)
                xml.Append($"<c:pt idx=\"{i}\"><c:v>{value.ToString(CultureInfo.InvariantCulture)}</c:v></c:pt>");
        }

        xml.Append("</c:numCache></c:numRef></c:val><c:smooth val=\"0\"/></c:ser>");
    }

    private static void Labels(StringBuilder xml, Chart chart, Func<int, string?> label)
    {
        const string Shown = "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";
        xml.Append("<c:dLbls>");
        for (var i = 0; i < chart.Points.Count; i++)
        {
            if (chart.Points[i].Value is not null && label(i) is { } text)
                xml.Append($"<c:dLbl><c:idx val=\"{i}\"/><c:tx><c:rich><a:bodyPr/><a:p>{Run(text, 7, Ink)}</a:p></c:rich></c:tx><c:dLblPos val=\"t\"/>{Shown}</c:dLbl>");
        }

        xml.Append(Shown.Replace("showVal val=\"1\"", "showVal val=\"0\"", StringComparison.Ordinal)).Append("</c:dLbls>");
    }

    // The axis of figures is there for the scale only: the points carry their figures.
    private static void Axes(StringBuilder xml, ChartScale scale)
    {
        var room = (scale.Greatest - scale.Least) * 0.15;
        var top = scale.Greatest + room;
        var bottom = scale.Least < 0 ? scale.Least - room : scale.Least;
        xml.Append("<c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>")
            .Append("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>")
            .Append($"<c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"{Grey}\"/></a:solidFill></a:ln></c:spPr><c:txPr><a:bodyPr rot=\"0\"/><a:p>{Properties(7, bold: false, Grey)}<a:endParaRPr/></a:p></c:txPr>")
            .Append("<c:crossAx val=\"222\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>")
            .Append($"<c:valAx><c:axId val=\"222\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{Number(top)}\"/><c:min val=\"{Number(bottom)}\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"l\"/>")
            .Append("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"111\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>");
    }

    private static string Properties(int points, bool bold, string color) =>
        $"<a:pPr><a:defRPr sz=\"{points * 100}\" b=\"{(bold ? 1 : 0)}\"><a:solidFill><a:srgbClr val=\"{color}\"/></a:solidFill></a:defRPr></a:pPr>";

    private static string Run(string text, int points, string color) =>
        $"<a:r><a:rPr sz=\"{points * 100}\" b=\"0\"><a:solidFill><a:srgbClr val=\"{color}\"/></a:solidFill></a:rPr><a:t>{Encode(text)}</a:t></a:r>";

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Encode(string text) => SecurityElement.Escape(WordDocument.Legal(text));
}

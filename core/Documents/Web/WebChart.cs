using System.Globalization;
using System.Security;
using System.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using OpsAutomation.Documents.Charts;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Web;

/// <summary>Draws charts as inline SVG in the page's own colours, with a title and a description for those who do not see them.</summary>
internal sealed class WebChart(DocumentFrame frame) : HtmlObjectRenderer<CodeBlock>
{
    private const int Height = 150;
    private const int Top = 22;
    private const int Bottom = 26;
    private const int Side = 26;
    private const int NarrowWidth = 340;
    private const int WideWidth = 480;

    private readonly CodeBlockRenderer plain = new();

    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        if (obj is FencedCodeBlock { Info: ChartText.Info } && ChartText.Read([.. obj.Lines.Lines.Take(obj.Lines.Count).Select(line => line.ToString())]) is { } chart)
            renderer.EnsureLine().Write(Figure(chart, "c" + (obj.Line + 1).ToString(CultureInfo.InvariantCulture)));
        else
            plain.Write(renderer, obj);
    }

    private string Figure(Chart chart, string id)
    {
        var locale = Locale.Find(frame.LocaleId) ?? Locale.Of(frame.Language);
        var svg = new StringBuilder();
        var width = chart.IsWide ? WideWidth : NarrowWidth;
        svg.Append($"<figure class=\"chart{(chart.IsWide ? " wide" : "")}\"><figcaption>{Encode(ChartWords.Caption(chart, locale))}</figcaption>\n")
            .Append($"<svg viewBox=\"0 0 {width} {Height}\" role=\"img\" aria-labelledby=\"{id}t {id}d\"><title id=\"{id}t\">{Encode(chart.Title)}</title>")
            .Append($"<desc id=\"{id}d\">{Encode(ChartWords.Describe(chart, locale))}</desc>\n");
        Draw(svg, chart, width, locale);
        return svg.Append("</svg></figure>\n").ToString();
    }

    private static void Draw(StringBuilder svg, Chart chart, int width, Locale locale)
    {
        var scale = ChartScale.Of(chart);
        var step = chart.Points.Count > 1 ? (width - (2.0 * Side)) / (chart.Points.Count - 1) : 0;
        double X(int i) => chart.Points.Count > 1 ? Side + (i * step) : width / 2.0;
        double Y(decimal value) => Top + ((1 - scale.HeightOf(value)) * (Height - Top - Bottom));
        var zero = scale.IsCut ? Height - Bottom : Y(0m);
        svg.Append($"<line class=\"axis\" x1=\"{N(Side / 2.0)}\" y1=\"{N(zero)}\" x2=\"{N(width - (Side / 2.0))}\" y2=\"{N(zero)}\"/>\n");
        foreach (var target in new Func<ChartPoint, decimal?>[] { point => point.Target, point => point.UpTo })
            Line(svg, "target", chart, target, X, Y, step / 2);
        Line(svg, "line", chart, point => point.Value, X, Y, 0);
        var labelled = chart.Labelled();
        for (var i = 0; i < chart.Points.Count; i++)
        {
            var point = chart.Points[i];
            svg.Append($"<text class=\"when\" x=\"{N(X(i))}\" y=\"{Height - 8}\">{Encode(point.Label)}</text>");
            if (point.Value is not { } value)
            {
                svg.Append($"<text class=\"none\" x=\"{N(X(i))}\" y=\"{N(zero - 5)}\">–</text>\n");
                continue;
            }

            svg.Append($"<circle cx=\"{N(X(i))}\" cy=\"{N(Y(value))}\" r=\"3\"/>");
            if (labelled.Contains(i))
                svg.Append($"<text class=\"value\" x=\"{N(X(i))}\" y=\"{N(Y(value) - 7)}\">{Encode(ChartWords.Short(value, chart.Unit, chart.Currency, locale))}</text>");
            svg.Append('\n');
        }
    }

    // A missing figure ends the line, and the next one begins another.
    private static void Line(StringBuilder svg, string style, Chart chart, Func<ChartPoint, decimal?> of, Func<int, double> x, Func<decimal, double> y, double reach)
    {
        var path = new StringBuilder();
        var open = false;
        for (var i = 0; i < chart.Points.Count; i++)
        {
            if (of(chart.Points[i]) is not { } value)
            {
                open = false;
                continue;
            }

            if (reach > 0)
                path.Append($"{(open ? 'L' : 'M')}{N(x(i) - reach)} {N(y(value))}L{N(x(i) + reach)} {N(y(value))}");
            else
                path.Append($"{(open ? 'L' : 'M')}{N(x(i))} {N(y(value))}");
            open = true;
        }

        if (path.Length > 0)
            svg.Append($"<path class=\"{style}\" d=\"{path}\"/>\n");
    }

    private static string N(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Encode(string text) => SecurityElement.Escape(text);
}

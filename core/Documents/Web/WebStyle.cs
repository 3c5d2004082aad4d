namespace OpsAutomation.Documents.Web;

/// <summary>The style sheet of a page, inline: one column, dark where the reader's device is, paper-sized in print.</summary>
internal static class WebStyle
{
    public static string Css(DocumentFrame frame) => Sheet
        .Replace("PAPER", (frame.IsLetter ? "letter" : "A4") + (frame.IsLandscape ? " landscape" : ""), StringComparison.Ordinal);

    private const string Sheet =
        """
        :root { color-scheme: light dark; --ink: #1d2733; --soft: #5b6875; --line: #cfd6dd; --head: #eef2f6; --accent: #1f4e79; --paper: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaee; --soft: #a3adb8; --line: #3c4753; --head: #26303a; --accent: #9cc4ea; --paper: #161b21; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 1.25rem 1rem 2rem; max-width: 52rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: break-word; }
        header, footer { color: var(--soft); font-size: .85rem; }
        footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
        h1 { margin: .25rem 0 1rem; font-size: 1.7rem; line-height: 1.2; color: var(--accent); text-wrap: balance; }
        h2 { margin: 2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; line-height: 1.3; color: var(--accent); }
        h3 { margin: 1.4rem 0 .4rem; font-size: 1.03rem; }
        p, ul, ol { margin: .5rem 0; }
        ul, ol { padding-left: 1.4rem; }
        li { margin: .25rem 0; }
        ul.contains-task-list { padding-left: 0; list-style: none; }
        ul.contains-task-list > li { padding-left: 1.6rem; text-indent: -1.6rem; }
        .box { display: inline-block; width: 1.35rem; text-indent: 0; font-size: 1.15em; line-height: 1; }
        blockquote { margin: .75rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--accent); }
        .table { margin: .75rem 0; overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: .92rem; line-height: 1.4; }
        th, td { padding: .4rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: normal; height: 2.1em; }
        .c4 { min-width: 33rem; } .c5 { min-width: 39rem; } .c6, .c7, .c8 { min-width: 45rem; }
        th { background: var(--head); font-weight: 600; }
        .right { text-align: right; font-variant-numeric: tabular-nums; }
        .chart { display: inline-block; width: 41%; margin: .5rem 0; vertical-align: top; } .chart.wide { width: 58%; }
        .chart svg { display: block; width: 100%; height: auto; } .chart figcaption { color: var(--soft); font-size: .82rem; }
        .chart text { font-size: 11px; text-anchor: middle; fill: var(--ink); } .chart .when, .chart .none { fill: var(--soft); }
        .chart path { fill: none; stroke: var(--ink); stroke-width: 2; } .chart .target { stroke: var(--soft); stroke-width: 1.2; stroke-dasharray: 5 4; }
        .chart .axis { stroke: var(--line); } .chart circle { fill: var(--ink); }
        @media screen and (max-width: 44rem) { .chart, .chart.wide { width: 100%; } }
        nav { margin: 1rem 0; padding: .6rem 1rem; background: var(--head); border-radius: .4rem; }
        nav p { margin: 0; font-weight: 600; }
        a { color: var(--accent); }
        code { font-family: ui-monospace, Consolas, monospace; font-size: .92em; }
        @page { size: PAPER; margin: 16mm 15mm; }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #999; --head: #eee; --accent: #1f4e79; --paper: #fff; }
          body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
          h1 { margin-bottom: 8pt; font-size: 17pt; } footer { margin-top: 14pt; } h2 { margin-top: 11pt; font-size: 12.5pt; } h2, h3 { break-after: avoid; }
          table { font-size: 8.5pt; line-height: 1.3; } th, td { padding: .18rem .4rem; } tr, li, figure { break-inside: avoid; } thead { display: table-header-group; }
          .table { overflow: visible; padding-right: 1px; } table { min-width: 0 !important; } nav { display: none; }
          th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """;
}

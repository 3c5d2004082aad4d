namespace OpsAutomation.Boards;

/// <summary>The style sheet of pages. Text has at least 4.5:1 on its ground in both schemes; tables become cards where the screen is narrow.</summary>
internal static class PageStyle
{
    public const string Sheet =
        """
        :root { color-scheme: light dark; --ink: #1d2733; --soft: #52606d; --line: #cfd6dd; --head: #eef2f6; --accent: #1f4e79; --paper: #fff; --off: #b42318; --risk: #8a5a00; --on: #1e6b45; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaee; --soft: #a9b2bc; --line: #3c4753; --head: #26303a; --accent: #9cc4ea; --paper: #161b21; --off: #ff9b91; --risk: #f2c14e; --on: #7ddba3; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 1rem 1rem 2.5rem; max-width: 60rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: break-word; }
        h1 { margin: .25rem 0; font-size: 1.6rem; line-height: 1.2; color: var(--accent); text-wrap: balance; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; line-height: 1.3; color: var(--accent); }
        p { margin: .4rem 0; }
        a { color: var(--accent); }
        a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0; padding: 0; list-style: none; }
        nav a { display: inline-block; padding: .3rem 0; }
        ul, ol { margin: .4rem 0; padding-left: 1.3rem; }
        li { margin: .35rem 0; }
        .soft { color: var(--soft); font-size: .9rem; font-weight: 400; }
        .off { color: var(--off); font-weight: 600; } .risk { color: var(--risk); font-weight: 600; } .on { color: var(--on); font-weight: 600; }
        .keep { white-space: nowrap; }
        table { width: 100%; margin: .5rem 0; border-collapse: collapse; font-size: .95rem; line-height: 1.4; }
        caption { text-align: left; color: var(--soft); font-size: .9rem; padding-bottom: .3rem; }
        th, td { padding: .45rem .6rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
        thead th { color: var(--soft); font-size: .85rem; }
        tbody th { font-weight: 600; }
        details { margin: .5rem 0; } summary { cursor: pointer; padding: .3rem 0; font-weight: 600; }
        .ticks { padding-left: 0; list-style: none; } .ticks li { padding: .4rem 0; border-bottom: 1px solid var(--line); }
        .ticks form { display: flex; flex-wrap: wrap; gap: .5rem; margin: .3rem 0 0; }
        .ticks input[type="text"] { flex: 1 1 10rem; min-width: 0; padding: .4rem .5rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; }
        .ticks button { padding: .4rem 1rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--accent); border: 0; border-radius: 4px; cursor: pointer; }
        .ticks button:focus-visible, .ticks input:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .trend { white-space: nowrap; font-family: "Segoe UI Symbol", "DejaVu Sans", Arial, sans-serif; letter-spacing: -.5px; }
        @media screen and (max-width: 40rem) {
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, caption, tbody, tr { display: block; }
          tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
          tbody th, td { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem 0; border: 0; text-align: right; }
          tbody th { display: block; text-align: left; font-size: 1rem; }
          td[data-label]::before { content: attr(data-label); color: var(--soft); text-align: left; flex: 0 0 auto; }
          td:empty { display: none; }
        }
        @page { margin: 15mm; }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #999; --paper: #fff; --accent: #1f4e79; --off: #b42318; --risk: #8a5a00; --on: #1e6b45; }
          body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; } nav, .ticks form { display: none; }
          h2 { break-after: avoid; margin-top: 12pt; } tr, li { break-inside: avoid; } thead { display: table-header-group; }
        }
        """;
}

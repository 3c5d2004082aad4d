using System.CommandLine;
using System.CommandLine.Parsing;
using OpsAutomation.Local;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Demonstration;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops demo</c>: the whole flow on the sample companies, by the same commands that a person types.</summary>
internal sealed class DemoCommand : OpsCommand
{
    private readonly OpsHost host;
    private readonly Option<string?> output;

    public DemoCommand(Session session, OpsHost host)
        : base(session, "demo", "Show the whole flow on two sample companies.", "Montrer tout le parcours sur deux entreprises fictives.")
    {
        this.host = host;
        output = AddValue("--out", "DIR", "the folder to write to; ./demo by default", "le dossier où écrire\u00a0; ./demo par défaut");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var companies = await DemoCompany.ReadAllAsync(cancellationToken);
        var folder = DemoFolder.Prepare(parsed.GetValue(output) ?? "demo");
        var clock = new DemoClock(host.Time);
        foreach (var company in companies)
        {
            using (var home = await LocalHome.OpenAsync(folder.Home, Session.Time, cancellationToken: cancellationToken))
                await home.Engagements.CreateAsync(company.Engagement.Id, company.Yaml, cancellationToken);
            Session.Line($"── {company.Engagement.Name} · {company.Engagement.Locale} · {company.Engagement.Currency} ──");
            foreach (var line in company.Lines)
            {
                clock.MoveTo(line.Day, company.Engagement.Zone);
                if (await PlayAsync(line, company, folder, clock, cancellationToken) is var code and not 0)
                    return code;
            }

            Session.Line();
        }

        Session.Line(Session.Say(
            $"Look at {folder.Path}: the digests (digest-fr.html, digest-en.html), the documents (HTML and Word), and the mails that were sent (home/outbox).",
            $"Regardez dans {folder.Path}\u00a0: les points hebdomadaires (digest-fr.html, digest-en.html), les documents (HTML et Word) et les messages envoyés (home/outbox)."));
        Session.Line(Session.Say(
            $"Go on with: ops kpis -e {companies[0].Engagement.Id} --at 2026-11-16 --home {folder.Home}",
            $"Continuez avec\u00a0: ops kpis -e {companies[0].Engagement.Id} --at 2026-11-16 --home {folder.Home}"));
        return 0;
    }

    private async Task<int> PlayAsync(DemoLine line, DemoCompany company, DemoFolder folder, DemoClock clock, CancellationToken cancellationToken)
    {
        var command = line.Command.Replace("{out}", folder.Path, StringComparison.Ordinal);
        Session.Line($"$ ops {command}");
        using var answer = new StringWriter();
        // An export is named as it lies in the samples; the script keeps the line as a person would type it beside the files.
        var words = CommandLineParser.SplitCommandLine(command)
            .Select((word, index) => index == 1 && command.StartsWith("import ", StringComparison.Ordinal) ? Path.Combine(company.Folder, word) : word);
        var code = await OpsApp.RunAsync(
            [.. words, "-e", company.Engagement.Id.Value, "--home", folder.Home],
            host with { Environment = AccountPlace.Without(host.Environment), Out = answer, Error = host.Error, ErrorIsTerminal = false, Time = clock },
            cancellationToken);
        foreach (var text in answer.ToString().Split('\n').Take(line.ShowsAll ? int.MaxValue : 1).Select(text => text.TrimEnd()))
            Session.Line(text.Length == 0 ? "" : "  " + text);
        return code;
    }
}

using OpsAutomation.Documents.Framing;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The inventory of tools and their roadmap as documents show them.</summary>
internal static class ToolLines
{
    // What to ask for where there is no inventory.
    private static readonly (LocalizedText Category, LocalizedText LookFor)[] Usual =
    [
        (new("CRM", "CRM"), new("licences nobody uses, deals kept in spreadsheets beside it", "licences inutilisées, affaires tenues dans un tableur à côté")),
        (new("Tasks and projects", "Tâches et projets"), new("two boards for the same work", "deux tableaux pour le même travail")),
        (new("Support", "Support client"), new("requests that arrive by personal mail", "demandes qui arrivent sur des boîtes personnelles")),
        (new("Quotes and invoices", "Devis et factures"), new("amounts typed twice", "montants saisis deux fois")),
        (new("Accounting and bank", "Comptabilité et banque"), new("who may pay, and who checks", "qui peut payer, et qui contrôle")),
        (new("Files and wiki", "Fichiers et wiki"), new("three places where the latest version might be", "trois endroits où peut se trouver la dernière version")),
        (new("Mail, calendar, chat", "Messagerie, agenda, discussion"), new("decisions that exist in a chat only", "décisions qui n'existent que dans une discussion")),
        (new("Passwords", "Mots de passe"), new("shared accounts, no vault", "comptes partagés, pas de coffre-fort")),
        (new("Payroll and HR", "Paie et RH"), new("absences told in three ways", "absences déclarées de trois façons")),
        (new("Automation", "Automatisation"), new("flows that run under the account of somebody who left", "scénarios qui tournent sous le compte d'une personne partie")),
    ];

    /// <summary>The tools as the roadmap's template reads them.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var report = ToolReport.Of(context.Engagement);
        return new Values
        {
            ["proposed"] = report.Steps.Count == 0,
            ["usual"] = Usual.Select(item => (object?)new Values { ["category"] = item.Category.In(context.Language), ["lookFor"] = item.LookFor.In(context.Language) }).ToList(),
            ["rows"] = report.Steps.Where(step => step.IsPaid).Select(step => (object?)Row(context, step, people)).ToList(),
            ["count"] = report.Steps.Count(step => step.IsPaid),
            ["gone"] = report.Steps.Where(step => !step.IsPaid).Select(step => (object?)Row(context, step, people)).ToList(),
            ["moves"] = report.Moves.Select(step => (object?)Row(context, step, people)).ToList(),
            ["overlaps"] = report.Overlaps.Select(overlap => (object?)Overlap(context, overlap)).ToList(),
            ["overlapCount"] = report.Overlaps.Count,
            ["overlapOpen"] = report.Overlaps.Count(overlap => overlap.IsOpen),
            ["before"] = report.Before,
            ["after"] = report.After,
            ["effect"] = context.Locale.SignedMoney(report.Effect, context.Engagement.Currency),
            ["yearEffect"] = context.Locale.SignedMoney(12m * report.Effect, context.Engagement.Currency),
            ["oneOff"] = report.OneOff,
            ["payback"] = report.PaybackMonths is { } months ? Math.Round(months, 1, MidpointRounding.AwayFromZero) : null,
            ["costUnknown"] = report.CostUnknown,
            ["withoutOwner"] = report.WithoutOwner,
        };
    }

    private static Values Row(DocumentContext context, ToolStep step, People people)
    {
        var move = step.Move;
        return new Values
        {
            ["name"] = step.Tool.Name,
            ["purpose"] = step.Tool.Use,
            ["owner"] = people.Name(step.Tool.Owner),
            ["left"] = context.Engagement.FindPerson(step.Tool.Owner)?.HasLeft(context.Today) == true,
            ["cost"] = Money(context, step.Tool.MonthlyCost),
            ["decision"] = Decision(step).In(context.Language),
            ["kept"] = step.Decision == ToolDecision.Keep,
            ["by"] = move?.By,
            ["late"] = step.Decision != ToolDecision.Keep && move?.By < context.Today,
            ["with"] = move?.With,
            ["effect"] = step.Effect is { } effect && step.Decision != ToolDecision.Keep ? context.Locale.SignedMoney(effect, context.Engagement.Currency) : null,
            ["oneOff"] = Money(context, move?.OneOffCost),
            ["mover"] = people.Name(move?.Owner ?? step.Tool.Owner),
            ["reason"] = move?.Reason,
        };
    }

    private static Values Overlap(DocumentContext context, ToolOverlap overlap) => new()
    {
        ["category"] = overlap.Category,
        ["names"] = string.Join(", ", overlap.Tools.Select(tool => tool.Name)),
        ["cost"] = overlap.Tools.Any(tool => tool.MonthlyCost is not null) ? Money(context, overlap.MonthlyCost) : null,
        ["settled"] = overlap.IsOpen ? null : string.Join(context.Language == Language.French ? " ; " : "; ", overlap.Leaving.Select(step => Leaving(context, step))),
    };

    // "Trello: replace, 29 Jan 2027": what the roadmap says of a tool that goes.
    private static string Leaving(DocumentContext context, ToolStep step) =>
        step.Tool.Name + (context.Language == Language.French ? " : " : ": ") + Decision(step).In(context.Language)
        + (step.Move?.By is { } by ? ", " + context.Locale.ShortDate(by) : "");

    // As text: a tool that costs nothing is not one whose cost nobody knows.
    private static string? Money(DocumentContext context, decimal? value) => value is { } known ? context.Locale.Money(known, context.Engagement.Currency) : null;

    private static LocalizedText Decision(ToolStep step) => step.Decision switch
    {
        ToolDecision.Keep => new("keep", "garder"),
        ToolDecision.Replace => new("replace", "remplacer"),
        _ => new("drop", "abandonner"),
    };
}

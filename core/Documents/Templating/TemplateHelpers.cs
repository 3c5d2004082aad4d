using HandlebarsDotNet;
using NodaTime;
using OpsAutomation.Documents.Charts;
using OpsAutomation.Documents.Models;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Templating;

/// <summary>
/// What templates can call: <c>date</c>, <c>shortDate</c>, <c>dayMonth</c>, <c>number</c>, <c>percent</c>, <c>money</c>, <c>address</c>, <c>counted</c>
/// (a number with its noun, one form for one and one for many), <c>kpiTable</c> (the KPIs named, else those of the front matter, else those followed), <c>chart</c>, <c>revisions</c> and the block <c>figures</c>, whose text makes no new version.
/// </summary>
internal sealed class TemplateHelpers(DocumentContext context, DocumentTemplate template)
{
    private Locale Locale => context.Locale;

    /// <summary>What stands where a person is missing.</summary>
    public string ToBeNamed => context.Language == Language.French ? "à désigner" : "to be named";

    /// <summary>Registers the helpers once for all templates; each call goes to those of the document that is being filled.</summary>
    public static void Register(IHandlebars handlebars)
    {
        Day(handlebars, "date", locale => locale.Date);
        Day(handlebars, "shortDate", locale => locale.ShortDate);
        Day(handlebars, "dayMonth", locale => locale.DayMonth);
        Figure(handlebars, "number", (helpers, value) => helpers.Locale.Number(value));
        Figure(handlebars, "percent", (helpers, value) => helpers.Locale.Percent(value));
        Figure(handlebars, "money", (helpers, value) => helpers.Locale.Money(value, helpers.Context.Engagement.Currency));
        handlebars.RegisterHelper("address", (output, _, arguments) =>
            output.WriteSafeString(Text(arguments, CompiledTemplate.Current.Context.Engagement.Address == FormOfAddress.Tu ? 1 : 0, "address")));
        handlebars.RegisterHelper("counted", (output, _, arguments) => output.Write(CompiledTemplate.Current.Counted(arguments)));
        handlebars.RegisterHelper("kpiTable", (output, _, arguments) =>
            output.WriteSafeString(CompiledTemplate.Current.KpiTable([.. arguments.Select(argument => argument as string ?? "")])));
        handlebars.RegisterHelper("chart", (output, _, arguments) =>
        {
            if (Value(arguments, "chart") is { } value)
                output.WriteSafeString(value is Chart chart ? ChartText.Write(chart) : throw Unusable("chart"));
        });
        handlebars.RegisterHelper("revisions", (output, _, _) => output.WriteSafeString(Marks.Revisions));
        handlebars.RegisterHelper("figures", (output, options, current, _) =>
        {
            output.WriteSafeString(Marks.FiguresStart.ToString());
            options.Template(output, current);
            output.WriteSafeString(Marks.FiguresEnd.ToString());
        });
    }

    private DocumentContext Context => context;

    private static void Day(IHandlebars handlebars, string name, Func<Locale, Func<LocalDate, string>> format) =>
        handlebars.RegisterHelper(name, (output, _, arguments) =>
        {
            if (Value(arguments, name) is { } value)
                output.Write(value is LocalDate day ? format(CompiledTemplate.Current.Locale)(day) : throw Unusable(name));
        });

    private static void Figure(IHandlebars handlebars, string name, Func<TemplateHelpers, decimal, string> format) =>
        handlebars.RegisterHelper(name, (output, _, arguments) =>
        {
            if (Value(arguments, name) is { } value)
                output.Write(value is decimal or int ? format(CompiledTemplate.Current, Convert.ToDecimal(value)) : throw Unusable(name));
        });

    private static object? Value(Arguments arguments, string helper) => arguments.Length == 1 ? arguments[0] : throw Unusable(helper);

    private static string Text(Arguments arguments, int index, string helper) =>
        arguments.Length == 2 && arguments[index] is string text ? text : throw Unusable(helper);

    // In French nothing and one are singular, in English one alone is.
    private string Counted(Arguments arguments)
    {
        if (arguments is not { Length: 3 } || arguments[0] is not (int or decimal) || arguments[1] is not string one || arguments[2] is not string many)
            throw Unusable("counted");
        var number = Convert.ToDecimal(arguments[0]);
        var isOne = context.Language == Language.French ? Math.Abs(number) < 2m : number == 1m;
        return $"{Locale.Number(number)} {(isOne ? one : many)}";
    }

    private string KpiTable(IReadOnlyList<string> asked)
    {
        if (asked.FirstOrDefault(id => KpiCatalogue.Find(id, context.Engagement) is null) is { } unknown)
            throw Unusable(unknown.Length == 0 ? "kpiTable" : unknown);
        var ids = asked.Count > 0 ? asked : template.List("kpis");
        return KpiLines.Table(context, ids.Count > 0 ? ids : KpiLines.FollowedIds(context));
    }

    private static ArgumentException Unusable(string helper) => new("The helper cannot use what it was given.", helper);
}

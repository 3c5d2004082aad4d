using OpsAutomation.Engagements;

namespace OpsAutomation.Functions.Composition;

/// <summary>The product's own settings: section <c>Ops</c>, <c>Ops__Name</c> as environment variables.</summary>
public sealed class OpsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ops";

    /// <summary>The address under which people and senders reach the app, without <c>/api</c>: links in mails and signatures of webhooks rest on it.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The mailbox of the person who runs the app: hears of what belongs to no engagement, and sends where an engagement names no sender.</summary>
    public string Operator { get; set; } = "";

    /// <summary>The language in which that person is written to: <c>fr</c> or <c>en</c>.</summary>
    public string OperatorLanguage { get; set; } = "en";

    /// <summary>Who has it is told by the health check how each port is.</summary>
    public string HealthKey { get; set; } = "";

    internal Operator ToOperator() => new(Operator.Length == 0 ? null : Operator, OperatorLanguage == "fr" ? Language.French : Language.English);
}

using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Mornings;

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

    /// <summary>The local time from which the OBM's morning mail leaves, such as <c>07:00</c>.</summary>
    public string MorningAt { get; set; } = "07:00";

    /// <summary>The IANA zone of that time; empty for the one of her first engagement.</summary>
    public string MorningZone { get; set; } = "";

    /// <summary>Who has it is told by the health check how each port is.</summary>
    public string HealthKey { get; set; } = "";

    /// <summary>Who has one of them sees every client and may upload; two, so that one can be replaced.</summary>
    public IList<string> AccessKeys { get; } = [];

    /// <summary>Whether the app is behind App Service authentication, so that people sign in with Microsoft Entra instead.</summary>
    public bool EntraSignIn { get; set; }

    /// <summary>The tenant that they sign in to: its id, a GUID.</summary>
    public string EntraTenant { get; set; } = "";

    /// <summary>The object ids of the people who are let in.</summary>
    public IList<string> EntraUsers { get; } = [];

    /// <summary>The object ids of groups whose members are let in.</summary>
    public IList<string> EntraGroups { get; } = [];

    internal static LocalTimePattern MorningTime { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal MorningSettings ToMornings() => new()
    {
        At = MorningTime.Parse(MorningAt).GetValueOrThrow(),
        Zone = MorningZone.Length == 0 ? null : DateTimeZoneProviders.Tzdb[MorningZone],
    };

    internal Operator ToOperator() => new(Operator.Length == 0 ? null : Operator, OperatorLanguage == "fr" ? Language.French : Language.English);
}

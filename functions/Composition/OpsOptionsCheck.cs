using Microsoft.Extensions.Options;
using NodaTime;
using System.Net.Mail;

namespace OpsAutomation.Functions.Composition;

/// <summary>Refuses settings at start, each by its name and with what was expected. Values are repeated only where they are no secret.</summary>
internal sealed class OpsOptionsCheck : IValidateOptions<OpsOptions>
{
    private const int ShortestKey = 16;
    private const int ShortestAccessKey = 32;

    public ValidateOptionsResult Validate(string? name, OpsOptions options)
    {
        var errors = new List<string>();
        if (options.PublicUrl.Length > 0 && !IsPublic(options.PublicUrl))
            errors.Add($"Ops__PublicUrl is '{options.PublicUrl}': an absolute https address without query was expected, such as https://ops.example.com.");
        if (options.Operator.Length > 0 && !MailAddress.TryCreate(options.Operator, out _))
            errors.Add("Ops__Operator is no mail address: one was expected, such as ops@example.com.");
        if (!OpsOptions.MorningTime.Parse(options.MorningAt).Success)
            errors.Add($"Ops__MorningAt is '{options.MorningAt}': a time of day was expected, such as 07:00.");
        if (options.MorningZone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.MorningZone) is null)
            errors.Add($"Ops__MorningZone is '{options.MorningZone}': an IANA time zone was expected, such as Europe/Paris.");
        if (options.OperatorLanguage is not ("fr" or "en"))
            errors.Add($"Ops__OperatorLanguage is '{options.OperatorLanguage}': fr or en was expected.");
        if (options.HealthKey.Length is > 0 and < ShortestKey)
            errors.Add($"Ops__HealthKey is too short: at least {ShortestKey} characters were expected.");
        if (options.AccessKeys.Any(key => key.Length is > 0 and < ShortestAccessKey))
            errors.Add($"Ops__AccessKeys has a key that is too short: at least {ShortestAccessKey} characters were expected.");
        CheckSignIn(options, errors);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    // A sign-in that lets in nobody in particular would let in the whole tenant, guests included.
    private static void CheckSignIn(OpsOptions options, List<string> errors)
    {
        if (!options.EntraSignIn)
            return;
        if (!Guid.TryParse(options.EntraTenant, out _))
            errors.Add("Ops__EntraTenant is not set to the id of a tenant, a GUID: Ops__EntraSignIn needs it.");
        var ids = options.EntraUsers.Concat(options.EntraGroups).Where(id => id.Length > 0).ToList();
        if (ids.Count == 0)
            errors.Add("Ops__EntraSignIn lets nobody in: set Ops__EntraUsers__0 or Ops__EntraGroups__0 to the object id of a person or a group.");
        if (ids.Exists(id => !Guid.TryParse(id, out _)))
            errors.Add("Ops__EntraUsers or Ops__EntraGroups holds something else than an object id: a GUID was expected, since names can be given to somebody else.");
    }

    // Plain http is for this machine only.
    private static bool IsPublic(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}

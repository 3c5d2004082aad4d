using Microsoft.Extensions.Options;
using NodaTime;
using System.Net.Mail;

namespace OpsAutomation.Functions.Composition;

/// <summary>Refuses settings at start, each by its name and with what was expected. Values are repeated only where they are no secret.</summary>
internal sealed class OpsOptionsCheck : IValidateOptions<OpsOptions>
{
    private const int ShortestKey = 16;

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
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    // Plain http is for this machine only.
    private static bool IsPublic(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}

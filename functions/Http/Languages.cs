using Microsoft.AspNetCore.Http;
using OpsAutomation.Links;

namespace OpsAutomation.Functions.Http;

/// <summary>The language of an answer.</summary>
internal static class Languages
{
    /// <summary>The one that the query asks for with <c>lang</c>, or null.</summary>
    public static Language? Asked(HttpRequest request) => request.Query["lang"].FirstOrDefault()?.ToLowerInvariant() switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>The one that the query asks for, else that of who holds the link; null for the operator where none is asked for.</summary>
    public static Language? Asked(HttpRequest request, ReaderLink? reader) => Asked(request) ?? reader?.Locale.Language;

    /// <summary>The one asked for, else French where the reader prefers it to English, else English.</summary>
    public static Language Of(HttpRequest request) => Asked(request) ?? Preferred(request);

    private static Language Preferred(HttpRequest request)
    {
        var known = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.ToString())
            .FirstOrDefault(one => one.StartsWith("fr", StringComparison.OrdinalIgnoreCase) || one.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return known?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? Language.French : Language.English;
    }
}

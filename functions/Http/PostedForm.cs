using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OpsAutomation.Links.Acts;

namespace OpsAutomation.Functions.Http;

/// <summary>Reads the small form of a page. What is none, whatever it is, counts as a form without a field: the page then says what is missing.</summary>
internal static class PostedForm
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const int MostFields = 64;

    /// <summary>The form.</summary>
    /// <exception cref="BadHttpRequestException">413: it is larger than a form of ours can be.</exception>
    public static async Task<ActForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) != true)
            return ActForm.Empty;
        // Read whole, and no further than it may be: the reader of forms buffers without asking.
        var body = new MemoryStream();
        var buffer = new byte[4096];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, count);
            if (body.Length > ActForm.LargestBody)
                throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        body.Position = 0;
        try
        {
            using var reader = new FormReader(body) { ValueCountLimit = MostFields };
            var fields = await reader.ReadFormAsync(cancellationToken);
            return new(fields.ToDictionary(
                field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()], StringComparer.Ordinal));
        }
        catch (InvalidDataException)
        {
            return ActForm.Empty;
        }
    }
}

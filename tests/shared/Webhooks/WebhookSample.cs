using System.Text;
using OpsAutomation.Engagements;

namespace OpsAutomation.Testing;

/// <summary>A body as a vendor sends it.</summary>
/// <param name="Name">Its file's name without extension, such as <c>stripe-invoice-paid</c>.</param>
/// <param name="Scheme">Whose it is.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Body">Its bytes.</param>
public sealed record WebhookSample(string Name, WebhookScheme Scheme, string ContentType, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

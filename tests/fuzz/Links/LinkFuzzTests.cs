using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Running;
using OpsAutomation.Links;
using OpsAutomation.Testing;

namespace OpsAutomation.Fuzz.Tests.Links;

/// <summary>Tokens of links, altered or made up: none but the one that was signed is worth anything.</summary>
public class LinkFuzzTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private static readonly EngagementId Other = EngagementId.Parse("other");

    private static readonly ManualTime Time = new();
    private static readonly InMemoryRegistry Registry = Engagements();
    private static readonly LinkSigner Signer = new(new InMemorySecretStore(), Registry, Time);
    private static readonly string[] Sound =
    [
        Signer.SignAsync(new(Lumen, LinkPurpose.Unsubscribe, "claire", Time.Now + Duration.FromDays(1))).GetAwaiter().GetResult(),
        Signer.SignAsync(new(Other, LinkPurpose.Unsubscribe, "claire", Time.Now + Duration.FromDays(1))).GetAwaiter().GetResult(),
        Signer.SignAsync(new(Lumen, "other-purpose", "claire", Time.Now + Duration.FromDays(1))).GetAwaiter().GetResult(),
        Signer.SignAsync(new(Lumen, LinkPurpose.Unsubscribe, "claire", Time.Now - Duration.FromDays(1))).GetAwaiter().GetResult(),
    ];

    [Fact]
    public void No_token_but_the_signed_one_is_worth_anything() => FuzzRun.Of("link", 70, one =>
    {
        var token = Token(one);
        one.Input = Encoding.UTF8.GetBytes(token);
        one.Shape = "token";
        var handler = new UnsubscribeHandler(Signer, Registry, new InMemoryStateStore(), Time);
        handler.ShowAsync(token).GetAwaiter().GetResult().Status.ShouldBe(404);
        handler.ConfirmAsync(token).GetAwaiter().GetResult().Status.ShouldBe(404);
    });

    private static string Token(FuzzCase one)
    {
        // The first two are worth something as they are.
        var sound = one.Any(Sound);
        var token = one.Random.Next(6) switch
        {
            0 => Payload(one, sound),
            1 => string.Join('.', one.Any(Sound).Split('.')[0], one.Any(Sound).Split('.')[1]),
            2 => sound + one.Any([".", "=", " ", "%2E", "\n", "A", "\0"]),
            3 => Tokens.Text(one.Random),
            4 => Encoding.UTF8.GetString(Mutator.Grow(Encoding.UTF8.GetBytes(sound), one.Random, one.IsLarge ? FuzzCase.LargeBytes : 3000)),
            _ => Encoding.UTF8.GetString(Mutator.Damage(Encoding.UTF8.GetBytes(sound), one.Random)),
        };
        return Sound.Take(2).Contains(token, StringComparer.Ordinal) ? token + "x" : token;
    }

    // The lines of the payload with others in their place, and the signature of the sound one.
    private static string Payload(FuzzCase one, string sound)
    {
        var parts = sound.Split('.');
        var text = parts[0].Replace('-', '+').Replace('_', '/');
        var lines = Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='))).Split('\n');
        lines[one.Random.Next(lines.Length)] = one.Any(["other", "lumen", "1", "2", "0", "-1", "99999999999999999999", "../x", "_app", "", "claire\nx", "é"]);
        var payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', lines))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"{payload}.{parts[1]}";
    }

    private static InMemoryRegistry Engagements()
    {
        const string yaml = "id: {0}\nname: Atelier\nlocale: fr-FR\nstart: 2025-12-01\nrecipients:\n  - {{id: claire, name: Claire, email: claire@lumen.example}}\n";
        var registry = new InMemoryRegistry();
        foreach (var id in new[] { Lumen, Other })
            registry[id] = string.Format(System.Globalization.CultureInfo.InvariantCulture, yaml, id);
        return registry;
    }
}

using System.Collections.Immutable;
using System.Reflection;

namespace OpsAutomation.Exports.Profiles;

/// <summary>The profiles that files are recognised by: the product's own, and those of an engagement, which lead.</summary>
public sealed class ProfileCatalogue
{
    private const string Folder = "Profiles/";
    private static readonly Lazy<ProfileCatalogue> Own = new(ReadOwn);

    private ProfileCatalogue(ImmutableArray<Profile> profiles) => Profiles = profiles;

    /// <summary>The product's own profiles.</summary>
    public static ProfileCatalogue Default => Own.Value;

    /// <summary>All profiles, an engagement's own first.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>The profile of that id, whatever its case, or null.</summary>
    public Profile? Find(string id) => Profiles.FirstOrDefault(profile => string.Equals(profile.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same catalogue with an engagement's profiles, which replace those of the same id and lead all others.</summary>
    public ProfileCatalogue With(IEnumerable<Profile> added)
    {
        var own = added.ToImmutableArray();
        return new([.. own, .. Profiles.Where(profile => !own.Any(other => string.Equals(other.Id, profile.Id, StringComparison.OrdinalIgnoreCase)))]);
    }

    private static ProfileCatalogue ReadOwn() => new([.. Resources().Select(file => ProfileReader.Read(file.Name, file.Text))]);

    private static IEnumerable<(string Name, string Text)> Resources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}

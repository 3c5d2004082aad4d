using System.Collections.Immutable;
using System.Reflection;

namespace OpsAutomation.Exports.Profiles;

/// <summary>The profiles that files are recognised by: the product's own, and those of an engagement, which lead.</summary>
public sealed class ProfileCatalogue
{
    private const string Folder = "Profiles/";
    private const string GenericPrefix = Folder + "generic.";
    private static readonly Lazy<ProfileCatalogue> Own = new(ReadOwn);

    private readonly Lazy<ImmutableArray<Profile>> generics;

    // Profiles for unknown files are the larger part, and most files are a known vendor's.
    private ProfileCatalogue(ImmutableArray<Profile> vendors, Lazy<ImmutableArray<Profile>> generics)
    {
        Vendors = vendors;
        this.generics = generics;
    }

    /// <summary>The product's own profiles.</summary>
    public static ProfileCatalogue Default => Own.Value;

    /// <summary>All profiles, an engagement's own first.</summary>
    public IReadOnlyList<Profile> Profiles => [.. Vendors, .. Generics];

    /// <summary>The profiles of known vendors.</summary>
    public IReadOnlyList<Profile> Vendors { get; }

    /// <summary>The profiles of unknown files, one a fact type.</summary>
    public IReadOnlyList<Profile> Generics => generics.Value;

    /// <summary>The profile of that id, whatever its case, or null.</summary>
    public Profile? Find(string id) => Vendors.FirstOrDefault(profile => Is(profile, id)) ?? Generics.FirstOrDefault(profile => Is(profile, id));

    /// <summary>The same catalogue with an engagement's profiles, which replace those of the same id and lead all others.</summary>
    public ProfileCatalogue With(IEnumerable<Profile> added)
    {
        var own = added.ToImmutableArray();
        bool IsReplaced(Profile profile) => own.Any(other => string.Equals(other.Id, profile.Id, StringComparison.OrdinalIgnoreCase));
        return new(
            [.. own.Where(profile => !profile.IsGeneric), .. Vendors.Where(profile => !IsReplaced(profile))],
            new(() => [.. own.Where(profile => profile.IsGeneric), .. Generics.Where(profile => !IsReplaced(profile))]));
    }

    private static bool Is(Profile profile, string id) => string.Equals(profile.Id, id, StringComparison.OrdinalIgnoreCase);

    private static ProfileCatalogue ReadOwn() => new([.. Read(generic: false)], new(() => [.. Read(generic: true)]));

    private static IEnumerable<Profile> Read(bool generic)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (name.StartsWith(GenericPrefix, StringComparison.Ordinal) != generic)
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return ProfileReader.Read(name, reader.ReadToEnd());
        }
    }
}

using System.Text;
using OpsAutomation.Core.Tests.Exports.Mapping;
using OpsAutomation.Core.Tests.Exports.Reading;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Privacy;

namespace OpsAutomation.Core.Tests.Privacy;

/// <summary>Copies of exports, and what inspection says of them.</summary>
internal static class Anonymised
{
    public static Anonymiser Anonymiser(string key = "a key for tests") => new(Encoding.UTF8.GetBytes(key), ProfileCatalogue.Default, MappedTable.French);

    public static byte[] Of(string name, byte[] bytes, string key = "a key for tests")
    {
        using var copy = new MemoryStream();
        Anonymiser(key).Write(Read.Content(name, bytes), copy);
        return copy.ToArray();
    }

    public static string Of(string name, string text) => Encoding.UTF8.GetString(Of(name, Encoding.UTF8.GetBytes(text)));

    /// <summary>The copy, after a look that it is read as the original is: profile, encoding, columns, marks, counts.</summary>
    public static byte[] Alike(string name, byte[] bytes)
    {
        var copy = Of(name, bytes);
        Inspected(name, copy).ShouldBe(Inspected(name, bytes));
        return copy;
    }

    public static string Alike(string name, string text) => Encoding.UTF8.GetString(Alike(name, Encoding.UTF8.GetBytes(text)));

    private static string Inspected(string name, byte[] bytes) =>
        InspectionJson.Write(new Inspector(ProfileCatalogue.Default, ReadingLimits.Default).Inspect(Read.Content(name, bytes), MappedTable.French), Language.English);
}

using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Engagements;

public class EngagementReaderProperties
{
    private static readonly string Full = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engagements", "Files", "full.yaml"));
    private static readonly string[] Pieces = ["", "\n", "  ", ":", "- ", "[", "]", "{", "}", "\"", "'", "&a", "*a", "#", "|", ">", "!!str ", "~", "null", "\t", "\u0000", "💥", "0", "-1", "true", "2026-02-30"];

    [Fact]
    public void A_damaged_file_is_read_or_refused_and_nothing_else() => Prop.ForAll(
        Arb.From(Gen.Choose(0, Full.Length - 1)), Arb.From(Gen.Choose(0, 12)), Arb.From(Gen.Elements(Pieces)),
        (at, length, piece) =>
        {
            var damaged = Full[..at] + piece + Full[Math.Min(Full.Length, at + length)..];
            try
            {
                EngagementReader.Read(new("a.yaml", damaged)).Name.ShouldNotBeNull();
            }
            catch (OpsException refused)
            {
                refused.Kind.ShouldBe(FailureKind.Refused);
                refused.Text.En.ShouldContain("line ");
                refused.Text.Fr.ShouldContain("ligne ");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}

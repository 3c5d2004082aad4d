using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Privacy;

namespace OpsAutomation.Core.Tests.Privacy;

public sealed class ShapeCipherTests
{
    private static readonly ShapeCipher Cipher = new(Encoding.UTF8.GetBytes("a key for tests"));

    [Theory]
    [InlineData("00")]
    [InlineData("ab")]
    [InlineData("A7-x")]
    [InlineData("é9")]
    public void No_two_texts_of_a_shape_become_the_same(string shape)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var c in shape)
            texts = [.. texts.SelectMany(text => Letters(c).Select(letter => text + letter))];

        var replaced = texts.Select(text => Cipher.Replace(text)).ToHashSet(StringComparer.Ordinal);

        replaced.Count.ShouldBe(texts.Count);
        replaced.IsSubsetOf(texts).ShouldBeTrue();
    }

    [Fact]
    public void Length_case_blanks_and_leading_zeros_stay() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var replaced = Cipher.Replace(text.Get);
        replaced.Length.ShouldBe(text.Get.Length);
        for (var i = 0; i < replaced.Length; i++)
        {
            char.IsAsciiDigit(replaced[i]).ShouldBe(char.IsAsciiDigit(text.Get[i]));
            char.IsUpper(replaced[i]).ShouldBe(char.IsUpper(text.Get[i]));
            if (!char.IsLetterOrDigit(text.Get[i]))
                replaced[i].ShouldBe(text.Get[i]);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_key_gives_another_text() =>
        (new ShapeCipher([1, 2, 3]).Replace("Camille Rousseau") == Cipher.Replace("Camille Rousseau")).ShouldBeFalse();

    private static string Letters(char c) => c switch
    {
        'é' => "àâçéèêëîïôöùûü",
        >= 'a' and <= 'z' => "abcdefghijklmnopqrstuvwxyz",
        >= 'A' and <= 'Z' => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        >= '0' and <= '9' => "0123456789",
        _ => c.ToString(),
    };
}

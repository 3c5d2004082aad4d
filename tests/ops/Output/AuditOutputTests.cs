using System.Reflection;
using OpsAutomation.Audit;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Tests.Output;

public sealed class AuditOutputTests
{
    public static TheoryData<string> Actions =>
        [.. typeof(AuditAction).GetFields(BindingFlags.Public | BindingFlags.Static).Select(one => (string)one.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Each_act_is_in_words_in_both_languages(string action)
    {
        var words = AuditOutput.WordOf(action);

        words.En.ShouldNotContain(action);
        words.Fr.ShouldNotContain(action);
    }

    [Fact]
    public void An_act_of_another_version_goes_by_its_name() => AuditOutput.WordOf("engagement.renamed").En.ShouldBe("engagement.renamed");
}

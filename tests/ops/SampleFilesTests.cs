using System.Text;
using OpsAutomation.Samples;

namespace OpsAutomation.Ops.Tests;

public sealed class SampleFilesTests
{
    [Fact]
    public void The_committed_samples_are_what_their_generator_writes()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");

        foreach (var file in FrenchCompany.Files().Concat(EnglishCompany.Files()))
            File.ReadAllBytes(Path.Combine(samples, file.Path)).AsSpan().SequenceEqual(file.Content).ShouldBeTrue(file.Path);
    }
}

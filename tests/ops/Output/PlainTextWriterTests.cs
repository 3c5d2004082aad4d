using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Tests.Output;

public sealed class PlainTextWriterTests
{
    [Theory]
    [InlineData("a\u001b[31mred", "a\uFFFD[31mred")]
    [InlineData("\u202Egnp.exe", "\uFFFDgnp.exe")]
    [InlineData("\u009b2J\0\a", "\uFFFD2J\uFFFD\uFFFD")]
    [InlineData("Élodie\u00a0: 12\u202f000\u00a0€ ✓\n", "Élodie\u00a0: 12\u202f000\u00a0€ ✓\n")]
    [InlineData("", "")]
    public void What_could_command_a_terminal_is_replaced_and_the_rest_stays(string text, string shown)
    {
        using var inner = new StringWriter();
        using var writer = new PlainTextWriter(inner);

        writer.Write(text);

        inner.ToString().ShouldBe(shown);
    }

    [Fact]
    public void A_cell_of_several_lines_stays_in_its_row()
    {
        using var output = new StringWriter();
        var table = new TextTable(TextColumn.Left(), TextColumn.Left());
        table.Add("Plaque\r\nforged\trow", "1");

        table.Write(output);

        output.ToString().ShouldBe("Plaque forged row  1\n");
    }
}

using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Tests.Output;

public sealed class TextTableTests
{
    [Fact]
    public void Texts_begin_and_figures_end_at_the_same_place()
    {
        var table = new TextTable(TextColumn.Left("KPI"), TextColumn.Right("value"), TextColumn.Left());
        table.Add("Échu impayé", "31\u202f400\u00a0€", "hors cible");
        table.Add("Délai", "11,0\u00a0j");
        using var output = new StringWriter();

        table.Write(output);

        output.ToString().ShouldBe(
            "KPI             value\n" +
            "Échu impayé  31\u202f400\u00a0€  hors cible\n" +
            "Délai          11,0\u00a0j\n");
    }

    [Fact]
    public void A_table_without_titles_has_no_line_of_them()
    {
        var table = new TextTable(TextColumn.Left(), TextColumn.Left());
        table.Add("a", "b");
        using var output = new StringWriter();

        table.Write(output);

        output.ToString().ShouldBe("a  b\n");
    }
}

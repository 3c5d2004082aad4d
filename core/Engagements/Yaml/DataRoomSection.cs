namespace OpsAutomation.Engagements.Yaml;

/// <summary>The section <c>dataRoom</c>: papers for a due diligence that lie outside the product.</summary>
internal static class DataRoomSection
{
    public static IReadOnlyList<DataRoomItem> Read(YamlFields root, ReadingContext context) => [.. root.List("dataRoom").Select(line =>
    {
        var item = new DataRoomItem(line.RequiredText("item"), line.Date("date"), line.Text("version"), context.Person(line, "owner"), line.Text("place"));
        line.Finish();
        return item;
    })];
}

namespace OpsAutomation.Ops;

internal static class Program
{
    private static int Main() => 2;
}

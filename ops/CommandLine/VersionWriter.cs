using System.CommandLine;
using System.CommandLine.Invocation;

namespace OpsAutomation.Ops.CommandLine;

/// <summary>Writes the product's version.</summary>
internal sealed class VersionWriter(Session session) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        session.Line("ops " + typeof(VersionWriter).Assembly.GetName().Version?.ToString(3));
        return 0;
    }
}

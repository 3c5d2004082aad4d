using System.CommandLine;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Commands;

namespace OpsAutomation.Ops;

/// <summary>Every command, in the order of the work.</summary>
internal static class CommandTree
{
    /// <summary>Builds the command line in the language of the session.</summary>
    public static Command Create(Session session)
    {
        var root = new Command("ops", session.Say(
            "OpsAutomation: exports in; KPIs, 30-60-90 milestones, documents and digests out.",
            "OpsAutomation : des exports en entrée ; indicateurs, jalons 30-60-90, documents et points hebdomadaires en sortie."));
        GlobalOptions.AddTo(root, session);
        root.Add(new InitCommand(session));
        root.Add(new KpisCommand(session));
        return root;
    }
}

namespace OpsAutomation.Ops.Tests.Isolation;

/// <summary>A client whose data can be told from another's wherever they show: same ids, same files, a word of its own in every text.</summary>
/// <param name="Id">The engagement.</param>
/// <param name="Mark">The word.</param>
/// <param name="Amount">The amount of its deal.</param>
internal sealed record PlantedClient(string Id, string Mark, int Amount)
{
    /// <summary>Two whose ids begin alike.</summary>
    public static (PlantedClient One, PlantedClient Other) Two { get; } = (new("lumen", "QUARTZALPHA", 71_111), new("lumen-2", "BASALTOMEGA", 82_222));

    /// <summary>A dead letter of its own, once there is one.</summary>
    public string DeadLetter { get; set; } = "";

    /// <summary>The deals: the same ids for each client.</summary>
    public string Deals => $"""
        Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner
        1,Deal {Mark},closedwon,{Amount},2026-01-02,2025-12-02,Owner {Mark}
        2,Lost {Mark},closedlost,5,2026-01-03,2025-12-03,Owner {Mark}
        """;

    /// <summary>What <c>ops init</c> does not write.</summary>
    public string MoreYaml => $"""

        sender: studio@{Mark}.example
        people:
          - {"{"}id: ann, name: Ann {Mark}, role: obm, email: ann@{Mark}.example{"}"}
        recipients:
          - {"{"}id: claire, name: Claire {Mark}, email: claire@{Mark}.example, day: monday, time: "07:30", review: none{"}"}
        """;
}

using NodaTime;

namespace OpsAutomation.Mornings;

/// <summary>An open task of a client's own tool.</summary>
/// <param name="Id">Its id there, else the key of its record.</param>
/// <param name="Name">Its title.</param>
/// <param name="List">Its list or project, or null.</param>
/// <param name="Assignee">Whose it is, or null.</param>
/// <param name="Due">The day it is due.</param>
internal sealed record DueTask(string Id, string Name, string? List, string? Assignee, LocalDate Due) : IComparable<DueTask>
{
    /// <summary>What is due longest comes first; of the same day, by title and id.</summary>
    public int CompareTo(DueTask? other)
    {
        if (other is null)
            return 1;
        var order = Due.CompareTo(other.Due);
        if (order == 0)
            order = string.CompareOrdinal(Name, other.Name);
        return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
    }
}

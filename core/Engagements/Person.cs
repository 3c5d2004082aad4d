using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A person of the engagement.</summary>
/// <param name="Id">A short id by which the rest of the file names the person.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Role">The part in the engagement.</param>
/// <param name="Title">The title in the company, or null.</param>
/// <param name="Email">The address, or null.</param>
/// <param name="Deputy">The id of the person who stands in, or null.</param>
public sealed record Person(string Id, string Name, PersonRole Role, string? Title = null, string? Email = null, string? Deputy = null)
{
    /// <summary>The last day of work for the client, or null.</summary>
    public LocalDate? Left { get; init; }

    /// <summary>Whether the person has left by a day.</summary>
    public bool HasLeft(LocalDate day) => Left < day;
}

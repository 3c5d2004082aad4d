namespace OpsAutomation.Boards;

/// <summary>A line of a checklist that is to be ticked.</summary>
/// <param name="Id">Its id: <c>CL-3-2</c>.</param>
/// <param name="Text">What is to be done, with its number.</param>
/// <param name="Who">Who does it, by when and what shows it, in words; may be empty.</param>
/// <param name="Late">Whether it is past its day.</param>
public sealed record BoardLine(string Id, string Text, string Who, bool Late);

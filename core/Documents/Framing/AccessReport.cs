using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>The access register as checked on a day.</summary>
public sealed record AccessReport
{
    /// <summary>Months after which a right to administer is looked at again.</summary>
    public const int AdminMonths = 3;

    /// <summary>Months after which any other right is.</summary>
    public const int OtherMonths = 6;

    /// <summary>The accounts: those of leavers first, then those to review, closed ones last; within these by tool and holder.</summary>
    public required IReadOnlyList<AccessLine> Lines { get; init; }

    /// <summary>Kept tools of the inventory that no open account is entered for.</summary>
    public required IReadOnlyList<Tool> Unlisted { get; init; }

    /// <summary>Tools that exactly one person can administer.</summary>
    public required IReadOnlyList<string> SingleAdmin { get; init; }

    /// <summary>Tools with open accounts of which none can administer.</summary>
    public required IReadOnlyList<string> NoAdmin { get; init; }

    /// <summary>Open accounts.</summary>
    public int Open => Lines.Count(line => line.State != AccessState.Closed);

    /// <summary>Open accounts of people who have left.</summary>
    public int LeaverAccounts => Lines.Count(line => line.State == AccessState.LeaverOpen);

    /// <summary>People who have left and still have an account.</summary>
    public int Leavers => Lines.Where(line => line.State == AccessState.LeaverOpen).Select(line => line.Holder).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Accounts whose review is due.</summary>
    public int ReviewsDue => Lines.Count(line => line.State == AccessState.ReviewDue);

    /// <summary>Open accounts that several people use.</summary>
    public int Shared => Lines.Count(line => line.State != AccessState.Closed && line.Grant.Shared);

    /// <summary>Checks the register of an engagement on a day.</summary>
    public static AccessReport Of(Engagement engagement, LocalDate today)
    {
        var lines = engagement.Access.Select(grant => Line(grant, engagement, today)).ToList();
        var admins = lines.Where(line => line.State != AccessState.Closed)
            .GroupBy(line => line.Grant.Tool, StringComparer.OrdinalIgnoreCase)
            .Select(group => (Tool: group.Key, Admins: group.Where(line => line.Grant.Right == AccessRight.Admin).Select(line => line.Holder).Distinct(StringComparer.OrdinalIgnoreCase).Count()))
            .ToList();
        return new()
        {
            Lines =
            [
                .. lines.OrderBy(line => line.State switch { AccessState.LeaverOpen => 0, AccessState.ReviewDue => 1, AccessState.Sound => 2, _ => 3 })
                    .ThenBy(line => line.Grant.Tool, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Holder, StringComparer.OrdinalIgnoreCase),
            ],
            Unlisted = [.. engagement.Tools.Where(tool => tool.Kept && admins.TrueForAll(known => !known.Tool.Equals(tool.Name, StringComparison.OrdinalIgnoreCase)))],
            SingleAdmin = [.. admins.Where(known => known.Admins == 1).Select(known => known.Tool)],
            NoAdmin = [.. admins.Where(known => known.Admins == 0).Select(known => known.Tool)],
        };
    }

    private static AccessLine Line(AccessGrant grant, Engagement engagement, LocalDate today)
    {
        var person = engagement.FindPerson(grant.Person);
        var left = person?.Left ?? grant.Left;
        var state = grant.Closed is { } closed && closed <= today ? AccessState.Closed
            : left < today ? AccessState.LeaverOpen
            : IsDue(grant, today) ? AccessState.ReviewDue
            : AccessState.Sound;
        return new(grant, person?.Name ?? grant.Name ?? grant.Person ?? "", left, state);
    }

    // An account is looked at when it is opened, and from then on after so many months.
    private static bool IsDue(AccessGrant grant, LocalDate today) => (grant.Reviewed ?? grant.Since) is not { } seen
        || seen.PlusMonths(grant.Right == AccessRight.Admin ? AdminMonths : OtherMonths) < today;
}

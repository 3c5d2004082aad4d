using NodaTime;
using OpsAutomation.Links.Acts;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Digests;

/// <summary>The lines below the table: what is late and who owns it, open risks, documents published, sources.</summary>
internal static class LineComposer
{
    /// <summary>Every line that has something to say, the 30-60-90 line first and the sources last.</summary>
    public static IReadOnlyList<DigestLine> Compose(IReadOnlyList<KpiView> shown, DigestReader reader) =>
        [.. new[] { PlanComposer.Compose(reader), Late(reader), Risks(reader), Documents(reader), Undelivered(reader), SourceComposer.Compose(shown, reader) }.OfType<DigestLine>()];

    /// <summary>Items joined, with how many were left out.</summary>
    public static string Join(IReadOnlyCollection<string> items, int limit, DigestReader reader)
    {
        var text = string.Join(" · ", items.Take(limit));
        var hidden = items.Count - limit;
        return hidden <= 0 ? text : text + " · " + More(hidden, reader);
    }

    private static string More(int hidden, DigestReader reader) =>
        reader.Say($"{reader.Locale.Number(hidden, 0)} more", reader.Count(hidden, "", "", "autre", "autres"));

    private static DigestLine? Late(DigestReader reader)
    {
        var today = reader.Context.Today;
        var milestones = (reader.Context.Milestones?.Milestones ?? [])
            .Where(milestone => milestone.Status == MilestoneState.Late)
            .Select(milestone => new DigestLineItem(
                Owned(reader.Locale.PlanDay(milestone.Day), milestone.Owner, milestone.Due, reader),
                milestone.Criteria.Any(MilestoneAct.IsOpen) ? UrlOf(ItemId.Milestone, milestone.Id, reader) : null));
        var actions = reader.Context.Log
            .Where(item => item.Kind == LogKind.Action && item.Open && item.Due < today)
            .OrderBy(item => item.Due)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => new DigestLineItem(
                Owned(reader.Clip(item.Text).TrimEnd('.'), item.Owner, item.Due!.Value, reader), UrlOf(ItemId.Action, item.Id, reader)));
        List<DigestLineItem> late = [.. milestones, .. actions];
        return late.Count == 0 ? null : Listed(DigestLineKind.Late, reader.Say("Late:", "En retard\u00a0:"), late, reader.Limits.Lines, "", reader);
    }

    private static Uri? UrlOf(string kind, string id, DigestReader reader) => reader.Link(links => links.Item(ItemId.Of(kind, id)), "")?.Url;

    // On one line, or where one has a link each on a line of its own: more than one call to action a line is missed.
    private static DigestLine Listed(DigestLineKind kind, string title, List<DigestLineItem> items, int limit, string rest, DigestReader reader)
    {
        var line = new DigestLine(kind, title, Join([.. items.Select(item => item.Text)], limit, reader) + rest);
        List<DigestLineItem> shown = [.. items.Take(limit)];
        if (!shown.Exists(item => item.Url is not null))
            return line;
        if (items.Count > limit)
            shown.Add(new(More(items.Count - limit, reader), null));
        return line with { Title = title[..^1].TrimEnd('\u00a0') + rest + reader.Colon.TrimEnd(' '), Items = shown };
    }

    private static DigestLine? Risks(DigestReader reader)
    {
        var context = reader.Context;
        List<string> risks =
        [
            .. context.Log
                .Where(item => item.Kind == LogKind.Risk && item.Open)
                .Where(item => (item.Added >= context.Period.Start && item.Added <= context.Today) || item.Due <= context.Today.PlusDays(14))
                .OrderBy(item => item.Due ?? LocalDate.MaxIsoValue)
                .ThenBy(item => item.Id, StringComparer.Ordinal)
                .Select(item => item.Owner is { } owner
                    ? $"{reader.Clip(item.Text).TrimEnd('.')} ({reader.Person(owner)})"
                    : reader.Clip(item.Text).TrimEnd('.')),
        ];
        return risks.Count == 0 ? null : new(DigestLineKind.Risks, reader.Say("Risks:", "Risques\u00a0:"), Join(risks, Math.Min(2, reader.Limits.Lines), reader));
    }

    private static DigestLine? Documents(DigestReader reader)
    {
        var ofWeek = DigestAttachments.OfWeek(reader.Context);
        if (ofWeek.Count == 0)
            return null;
        var attached = reader.Context.Files is null ? 0 : DigestAttachments.Choose(reader.Context).Count;
        if (reader.Limits.Documents == 0)
        {
            return new(
                DigestLineKind.Documents,
                reader.Say("Published:", "Publié\u00a0:"),
                reader.Count(ofWeek.Count, "document", "documents", "document", "documents") + Attached(attached, ofWeek.Count, reader));
        }

        List<DigestLineItem> documents =
        [
            .. ofWeek.Select(document => new DigestLineItem(
                $"{reader.Label(document.Title)} (v{reader.Locale.Number(document.Version, 0)})",
                document.Shelf is { } shelf ? reader.Link(links => links.Document(shelf), "")?.Url : null)),
        ];
        return Listed(
            DigestLineKind.Documents,
            reader.Say("Published:", documents.Count > 1 ? "Documents publiés\u00a0:" : "Document publié\u00a0:"),
            documents,
            reader.Limits.Documents,
            Attached(attached, ofWeek.Count, reader),
            reader);
    }

    private static DigestLine? Undelivered(DigestReader reader)
    {
        List<string> endpoints =
        [
            .. reader.Context.Undelivered.Select(missed =>
            {
                var since = reader.Locale.DayMonth(missed.Since.InZone(reader.Context.Engagement.Zone).Date);
                var number = reader.Locale.Number(missed.Count, 0);
                return reader.Say($"events to {missed.Endpoint} since {since} ({number})", $"événements vers {missed.Endpoint} depuis le {since} ({number})");
            }),
        ];
        return endpoints.Count == 0 ? null : new(DigestLineKind.Undelivered, reader.Say("Not delivered:", "Non livrés\u00a0:"), Join(endpoints, reader.Limits.Lines, reader));
    }

    // Said where the files are, so that nobody looks for them elsewhere.
    private static string Attached(int attached, int all, DigestReader reader)
    {
        if (attached == 0)
            return "";
        if (attached < all)
            return reader.Say($", {reader.Locale.Number(attached, 0)} attached", $", dont {reader.Count(attached, "", "", "joint", "joints")}");
        return reader.Say(", attached", attached > 1 ? ", joints à ce message" : ", joint à ce message");
    }

    private static string Owned(string what, string? owner, LocalDate due, DigestReader reader)
    {
        var date = reader.Locale.DayMonth(due);
        var who = owner is null ? reader.Say("no owner yet", "sans responsable") : reader.Person(owner);
        return reader.Say($"{what} ({who}, due {date})", $"{what} ({who}, échéance {date})");
    }
}

using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>
/// Composes a weekly digest: pure, so that a preview, an approval and the mail that leaves are the same bytes. Under 350 words whatever
/// the context: clients' texts are clipped and lists shortened, with how many were left out, until it is; figures never are.
/// </summary>
public static class DigestComposer
{
    /// <summary>The digest of a context.</summary>
    public static Digest Compose(DigestContext context)
    {
        var limits = DigestLimits.All;
        for (var i = 0; ; i++)
        {
            var digest = Compose(new DigestReader(context, limits[i]));
            if (digest.WordCount < DigestLimits.WordLimit || i == limits.Count - 1)
                return digest;
        }
    }

    /// <summary>Whether figures that a digest showed are not what the context now holds: then a correction has something to say.</summary>
    public static bool HasRevisions(DigestContext context, IReadOnlyList<SentFigure> sent) =>
        CorrectionComposer.Changes(sent, new DigestReader(context, DigestLimits.All[0])).Count > 0;

    private static Digest Compose(DigestReader reader)
    {
        var context = reader.Context;
        var kpis = DigestKpis.Of(reader);
        var withData = kpis.Any(view => view.HasData);
        var awaited = DecisionComposer.Awaited(context);
        var (headline, led) = withData ? HeadlineComposer.Compose(kpis, reader) : (NoDataComposer.Headline(reader), []);
        var moved = MovementComposer.Choose(kpis, reader.Limits.Movements);
        var shown = withData ? kpis.Take(DigestLimits.Figures).ToList() : [];
        var body = new DigestBody
        {
            Title = $"{SubjectComposer.Client(reader)} · {reader.Locale.PeriodWithYear(context.Period.Start, context.Period.End)}",
            Preheader = SubjectComposer.Preheader(kpis, awaited, withData, reader),
            Corrections = CorrectionComposer.Compose(reader),
            Headline = headline,
            Sentence = CommentComposer.Sentence(reader),
            WithoutData = withData ? "" : NoDataComposer.Advice(reader),
            Movements = [.. moved.Select(view => MovementComposer.Compose(view, reader))],
            Comments = CommentComposer.Others([.. moved.Select(view => view.Id)], reader),
            Decisions = [.. awaited.Take(reader.Limits.Decisions).Select(item => DecisionComposer.Compose(item, reader))],
            Reply = withData || awaited.Count > 0 ? DecisionComposer.Reply(awaited, reader) : "",
            Figures = [.. shown.Select(view => FigureComposer.Compose(view, reader))],
            FigureNotes = withData ? FigureNotes(kpis, shown, reader) : [],
            Lines = LineComposer.Compose(shown, reader),
            Board = reader.Link(links => links.Board, reader.Say("The whole board", "Tableau de bord")),
            Footer = SubjectComposer.Footer(reader),
            Unsubscribe = SubjectComposer.Unsubscribe(reader),
        };
        return Render(reader, body, kpis, awaited.Count, withData, [.. shown.Concat(moved).Concat(led).DistinctBy(view => view.Id, StringComparer.Ordinal)]);
    }

    private static Digest Render(DigestReader reader, DigestBody body, IReadOnlyList<KpiView> kpis, int decisions, bool withData, List<KpiView> named)
    {
        var context = reader.Context;
        var subject = SubjectComposer.Subject(kpis, decisions, withData, reader);
        var html = DigestHtml.Render(subject, body, reader);
        var text = DigestText.Render(body, reader);
        var words = Math.Max(CleanText.CountWords(text), CleanText.CountWords(DigestHtml.Strip(html)));
        var attachments = context.Files is null ? [] : DigestAttachments.Choose(context);
        if (context.Notice.Count > 0)
        {
            // Counted as what leaves, so that the draft says the same. The reader's links are not for others to follow.
            body = body with
            {
                Notice = context.Notice,
                Approve = context.Approve is { } approve ? new(reader.Say("Approve the digest", "Valider le point hebdomadaire"), approve) : null,
                Decisions = [.. body.Decisions.Select(decision => decision with { Answer = null })],
                Figures = [.. body.Figures.Select(figure => figure with { RemedyUrl = null })],
                Lines = [.. body.Lines.Select(line => line with { Items = [] })],
                Board = null,
                Unsubscribe = null,
            };
            (html, text) = (DigestHtml.Render(subject, body, reader), DigestText.Render(body, reader));
        }

        return new()
        {
            Engagement = context.Engagement.Id,
            Recipient = context.Recipient.Id,
            Period = context.Period,
            Revision = (context.Corrects?.Revision ?? 0) + 1,
            Language = reader.Locale.Language,
            LanguageTag = reader.Locale.Id,
            Subject = subject,
            Body = body,
            Html = html,
            Text = text,
            WordCount = words,
            Attachments = attachments,
            Figures = [.. named.SelectMany(view => Figures(view.Kpi))],
            WithoutData = !withData,
            ContentHash = ContentHash(subject, body, context, attachments),
        };
    }

    // What a reader approves: everything said, but not the day's count in the plan's title nor the age of the sources, which change
    // overnight and would take back every approval.
    private static string ContentHash(string subject, DigestBody body, DigestContext context, IReadOnlyList<AttachedDocument> attachments)
    {
        List<string> parts = [subject, body.Title, body.Headline, body.WithoutData, body.Reply, body.Footer, .. body.Corrections, .. body.Comments, .. body.FigureNotes];
        parts.AddRange(body.Movements.Select(movement => $"{movement.Figure} {movement.Detail}"));
        parts.AddRange(body.Decisions.Select(decision => $"{decision.Title} {decision.Detail}"));
        parts.AddRange(body.Figures.Select(figure => (figure with { RemedyUrl = null }).ToString()));
        parts.AddRange((context.Milestones?.Milestones ?? []).Select(milestone => $"{milestone.Id} {milestone.Status} {milestone.Due} {milestone.Criteria.Count(criterion => criterion.Met)}"));
        parts.AddRange(context.Sources.Select(source => source.ToString()));
        parts.AddRange(body.Lines.Where(line => line.Kind is DigestLineKind.Late or DigestLineKind.Risks or DigestLineKind.Documents).Select(line => line.Text));
        parts.AddRange(attachments.Select(file => file.Name));
        if (body.Sentence.Length > 0)
            parts.Add(body.Sentence);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));
    }

    private static IEnumerable<SentFigure> Figures(KpiResult kpi) => kpi.ByCurrency is { Count: > 0 } parts
        ? parts.Select(part => new SentFigure(kpi.Id, kpi.Period.From, kpi.Period.To, part.Value, part.Currency))
        : [new SentFigure(kpi.Id, kpi.Period.From, kpi.Period.To, kpi.Value, kpi.Currency)];

    private static List<string> FigureNotes(IReadOnlyList<KpiView> kpis, List<KpiView> shown, DigestReader reader)
    {
        List<string> notes = [];
        var hidden = kpis.Skip(shown.Count).Where(view => view.Kpi.Status == KpiStatus.OffTarget).Select(view => view.Label).ToList();
        if (hidden.Count > 0)
            notes.Add(reader.Say("Also off target: ", "Hors cible aussi\u00a0: ") + LineComposer.Join(hidden, 3, reader) + ".");
        var warnings = shown.SelectMany(view => view.Kpi.Warnings.Select(warning => $"{view.Label}{reader.Colon}{reader.Clip(warning.In(reader.Locale.Language))}"));
        notes.AddRange(warnings.Distinct(StringComparer.Ordinal).Take(reader.Limits.Notes).Select(DigestReader.Sentence));
        return notes;
    }
}

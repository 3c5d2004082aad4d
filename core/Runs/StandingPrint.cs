using System.IO.Hashing;
using System.Text;
using OpsAutomation.Checklists;
using OpsAutomation.Engagements;
using OpsAutomation.Exercises;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Runs;

/// <summary>Tells whether there is something new to look at in an engagement, without looking at its facts.</summary>
public sealed class StandingPrint(IEngagementRegistry registry, IBlobStore blobs, IStateStore state, TimeProvider time)
{
    /// <summary>
    /// What there is to look at, as a text to compare: it changes whenever facts, configuration, templates, logbook, marks by hand or events from
    /// outside do.
    /// </summary>
    public async Task<string> OfAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        var id = engagement.Id;
        var hash = new XxHash128();
        void Add(string? text) => hash.Append(Encoding.UTF8.GetBytes(text + "\n"));
        Add((await registry.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Yaml);
        Add((await state.FindAsync(id, FactManifest.Key, cancellationToken).ConfigureAwait(false))?.Value);
        await foreach (var told in state.ListAsync(id, FactChanges.Collection, "", cancellationToken).ConfigureAwait(false))
            Add($"{told.Key.Id} {told.ETag}");
        await foreach (var template in blobs.ListAsync(id, "templates/", cancellationToken).ConfigureAwait(false))
            Add($"{template.Path} {template.Length} {template.Modified}");
        foreach (var item in await new LogbookStore(state, time).ListAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false))
            Add($"{item.Id} {item.Open} {item.Due} {item.Owner} {item.Text} {item.Recommendation} {item.Cause} {item.Change} {item.Outcome}");
        foreach (var checklist in await new ChecklistStore(state, time).ListAsync(id, cancellationToken).ConfigureAwait(false))
            Add($"{checklist.Id} {checklist.Done}");
        foreach (var exercise in await new ExerciseStore(state, time).ListAsync(id, cancellationToken).ConfigureAwait(false))
            Add(exercise.Id);
        // What a look itself finds is nothing new.
        var history = await new MilestoneStore(state, time).LoadAsync(id, cancellationToken).ConfigureAwait(false);
        foreach (var mark in history.Marks.Where(mark => mark.By is not null))
            Add($"{mark.Target} {mark.What} {mark.At}");
        foreach (var happening in await new WebhookEvents(state).ForPlanAsync(engagement, cancellationToken).ConfigureAwait(false))
            Add($"{happening.Kind} {happening.Day} {happening.Text}");
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}

using OpsAutomation.Facts;

namespace OpsAutomation.Testing;

/// <summary>Builds a deal; an open one created on 2026-01-05 where nothing else is said.</summary>
public sealed class DealBuilder : FactBuilderOf<DealBuilder>
{
    public DealBuilder()
        : base(FactType.Deal) => With(DealFields.Status, "open").With(DealFields.Created, "2026-01-05");

    public DealBuilder Id(string id) => With(DealFields.Id, id);

    public DealBuilder Won() => With(DealFields.Status, "won");

    public DealBuilder Lost(string? reason = null) => With(DealFields.Status, "lost").With(DealFields.LossReason, reason);

    public DealBuilder Open() => With(DealFields.Status, "open");

    public DealBuilder Amount(decimal amount) => With(DealFields.Amount, amount);

    public DealBuilder Currency(string currency) => With(DealFields.Currency, currency);

    public DealBuilder Probability(decimal percent) => With(DealFields.Probability, percent);

    public DealBuilder Created(string when) => With(DealFields.Created, when);

    public DealBuilder Closed(string when) => With(DealFields.Closed, when);

    public DealBuilder LastActivity(string when) => With(DealFields.LastActivity, when);

    public DealBuilder Owner(string owner) => With(DealFields.Owner, owner);
}

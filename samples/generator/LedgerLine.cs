using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>One line of an accounting entry.</summary>
internal sealed record LedgerLine(
    string Journal, string Entry, LocalDate Date, string Account, string AccountLabel, string Piece, string Label, decimal Debit, decimal Credit);

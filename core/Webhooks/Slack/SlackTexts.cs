namespace OpsAutomation.Webhooks.Slack;

/// <summary>What commands are answered with.</summary>
internal static class SlackTexts
{
    public static LocalizedText Help(string command) => new(
        $"`{command} status` – where things stand: KPIs off target and the next milestone.\n`{command} done J30-3 NOTE` – mark that criterion as done.\n`{command} help` – this text.",
        $"`{command} status` – où en sont les choses\u00a0: les indicateurs hors cible et le prochain jalon.\n`{command} done J30-3 NOTE` – marquer ce critère comme atteint.\n`{command} help` – ce texte.");

    public static LocalizedText Done(string id) => new($"✓ {id} is marked as done.", $"✓ {id} est marqué comme atteint.");

    public static LocalizedText MayNot(string source, string user) => new(
        $"You may not mark criteria from Slack yet. Ask your OBM to add your Slack id {(user.Length == 0 ? "" : user + " ")}to the engagement's file: webhooks, source {source}, `users: [{(user.Length == 0 ? "U…" : user)}]`.",
        $"Vous ne pouvez pas encore marquer de critères depuis Slack. Demandez à votre OBM d'ajouter votre identifiant Slack {(user.Length == 0 ? "" : user + " ")}au fichier de la mission\u00a0: webhooks, source {source}, `users: [{(user.Length == 0 ? "U…" : user)}]`.");
}

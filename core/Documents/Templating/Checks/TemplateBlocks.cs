namespace OpsAutomation.Documents.Templating.Checks;

/// <summary>Follows which blocks are open: each is closed, by its own name, before the one around it.</summary>
internal sealed class TemplateBlocks(DocumentTemplate template)
{
    // Nobody reads deeper; a compiler that follows a hundred thousand levels ends the process.
    private const int Deepest = 24;

    private readonly Stack<Block> open = new();

    /// <summary>Whether what stands here is read from something other than the whole document.</summary>
    public bool HasOwnScope => open.Any(block => block.HasScope);

    /// <summary>The names that blocks around give to what they go through.</summary>
    public bool Names(string word) => open.Any(block => block.Names.Contains(word, StringComparer.Ordinal));

    /// <summary>A block begins.</summary>
    public void Begin(TemplateToken token, string name, bool hasScope, IReadOnlyList<string> names)
    {
        if (open.Count == Deepest)
            throw Fault(token, "blocks are nested too deep", "les blocs sont trop imbriqués");
        open.Push(new(token, name, hasScope, names));
    }

    /// <summary>An <c>else</c>.</summary>
    public void Otherwise(TemplateToken token, bool isLast)
    {
        if (!open.TryPop(out var block))
            throw Fault(token, "there is no open block that it belongs to", "il n'appartient à aucun bloc ouvert");
        if (block.HadElse)
            throw Fault(token, $"the block of line {block.Token.Line} has its else already", $"le bloc de la ligne {block.Token.Line} a déjà son else");
        open.Push(block with { HadElse = isLast });
    }

    /// <summary>A block ends.</summary>
    public void End(TemplateToken token, string name)
    {
        if (!open.TryPop(out var block))
            throw Fault(token, "it closes a block that is not open", "il ferme un bloc qui n'est pas ouvert");
        if (block.Name != name)
        {
            throw Fault(
                token, $"the block {block.Token.Text} of line {block.Token.Line} must be closed first, by {{{{/{block.Name}}}}}",
                $"le bloc {block.Token.Text} de la ligne {block.Token.Line} doit être fermé d'abord, par {{{{/{block.Name}}}}}");
        }
    }

    /// <summary>The template ends.</summary>
    public void Finish()
    {
        if (open.TryPop(out var block))
            throw Fault(block.Token, $"the block is not closed: write {{{{/{block.Name}}}}} where it ends", $"le bloc n'est pas fermé\u00a0: écrivez {{{{/{block.Name}}}}} là où il finit");
    }

    private OpsException Fault(TemplateToken token, string en, string fr) => TemplateFault.At(template.Name, token.Line, token.Text, en, fr);

    private sealed record Block(TemplateToken Token, string Name, bool HasScope, IReadOnlyList<string> Names, bool HadElse = false);
}

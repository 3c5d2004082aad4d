namespace OpsAutomation.Engagements.Yaml;

/// <summary>What the sections of a file refer to in each other.</summary>
internal sealed class ReadingContext(YamlErrors errors, IReadOnlyCollection<string> catalogue)
{
    private readonly HashSet<string> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> processes = new(StringComparer.Ordinal);
    private readonly HashSet<string> kpis = new(catalogue, StringComparer.Ordinal);

    public YamlErrors Errors => errors;

    public IReadOnlyCollection<string> KnownKpis => kpis;

    public bool IsInCatalogue(string kpi) => catalogue.Contains(kpi, StringComparer.Ordinal);

    public bool AddPerson(string id) => people.Add(id);

    public bool AddProcess(string id) => processes.Add(id);

    public bool IsProcess(string id) => processes.Contains(id);

    public bool AddKpi(string id) => kpis.Add(id);

    /// <summary>The id of a person, or null; one that is not listed is an error.</summary>
    public string? Person(YamlFields fields, string key)
    {
        var id = fields.Text(key);
        if (id is not null && !people.Contains(id))
            fields.Refuse(key, Expected.Person);
        return id;
    }

    /// <summary>The ids of persons in a list; those that are not listed under people are errors.</summary>
    public IReadOnlyList<string> Persons(YamlFields fields, string key)
    {
        var ids = fields.Texts(key);
        foreach (var id in ids.Where(id => !people.Contains(id.Text)))
            errors.Add(id.Line, id.Path, Expected.Person);
        return [.. ids.Select(id => id.Text)];
    }

    /// <summary>The ids of KPIs in a list; unknown ones are errors.</summary>
    public IReadOnlyList<string> Kpis(YamlFields fields, string key)
    {
        var ids = fields.Texts(key);
        foreach (var id in ids)
            CheckKpi(id.Text, id.Line, id.Path);
        return [.. ids.Select(id => id.Text)];
    }

    /// <summary>Refuses the id of an unknown KPI, with the nearest known one.</summary>
    public void CheckKpi(string id, int line, string path)
    {
        if (!kpis.Contains(id))
            errors.Add(line, path, Expected.Kpi(Nearest.Of(id, kpis)));
    }
}

namespace OpsAutomation.GraphEmulator.Drives;

/// <summary>A drive. Whoever reads or changes it holds its lock.</summary>
public sealed class StoredDrive
{
    private readonly TimeProvider clock;
    private long sequence;

    internal StoredDrive(string id, TimeProvider clock)
    {
        (Id, this.clock) = (id, clock);
        Root = Add("root", null);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Everything that is or was in it.</summary>
    public List<StoredItem> Items { get; } = [];

    /// <summary>The root folder.</summary>
    public StoredItem Root { get; }

    /// <summary>Part of every token: another one makes those that were given out expire.</summary>
    public int Epoch { get; private set; } = 1;

    /// <summary>The number of the last change.</summary>
    public long Last => sequence;

    /// <summary>Held while anything is read or changed.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Writes a file, with its folders; one that is there is replaced.</summary>
    public StoredItem Put(string path, byte[] content, DateTimeOffset? written = null)
    {
        lock (Gate)
        {
            var (folder, name) = Split(path);
            var parent = Folder(folder);
            var item = Child(parent.Id, name) ?? Add(name, parent.Id);
            item.Content = content;
            item.ByApp = false;
            item.Written = written ?? clock.GetUtcNow();
            return Touch(item);
        }
    }

    /// <summary>The content of a file, or null.</summary>
    public byte[]? Read(string path)
    {
        lock (Gate)
            return Find(path)?.Content;
    }

    /// <summary>Deletes a file or folder with all in it.</summary>
    public void Delete(string path)
    {
        lock (Gate)
        {
            if (Find(path) is { } item)
                Delete(item);
        }
    }

    /// <summary>Renames or moves a file or folder. What is in a folder does not change by that.</summary>
    public void Move(string from, string to)
    {
        lock (Gate)
        {
            var item = Find(from) ?? throw new ArgumentException("There is no such item.", nameof(from));
            var (folder, name) = Split(to);
            (item.Parent, item.Name) = (Folder(folder).Id, name);
            Touch(item);
        }
    }

    /// <summary>Makes all tokens expire.</summary>
    public void Expire()
    {
        lock (Gate)
            Epoch++;
    }

    internal StoredItem Write(StoredItem? known, string? path, byte[] content)
    {
        if (known is null)
        {
            var (folder, name) = Split(path!);
            known = Add(name, Folder(folder).Id);
        }

        (known.Content, known.ByApp, known.Written) = (content, true, clock.GetUtcNow());
        return Touch(known);
    }

    internal void Remove(StoredItem item) => Delete(item);

    internal StoredItem? Find(string path)
    {
        var item = Root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Child(item.Id, name) is not { } child)
                return null;
            item = child;
        }

        return item;
    }

    internal StoredItem? Item(string id) => id == "root" ? Root : Items.Find(item => item.Id == id && !item.IsDeleted);

    internal IEnumerable<StoredItem> Above(StoredItem item)
    {
        for (var parent = item.Parent; parent is not null && Item(parent) is { } folder; parent = folder.Parent)
            yield return folder;
    }

    internal IEnumerable<StoredItem> Children(string id) => Items.Where(item => item.Parent == id && !item.IsDeleted);

    private static (string Folder, string Name) Split(string path) =>
        path.LastIndexOf('/') is >= 0 and var slash ? (path[..slash], path[(slash + 1)..]) : ("", path);

    private StoredItem Folder(string path)
    {
        var folder = Root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            folder = Child(folder.Id, name) ?? Add(name, folder.Id);
        return folder;
    }

    private StoredItem? Child(string parent, string name) => Children(parent).FirstOrDefault(item => item.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private StoredItem Add(string name, string? parent)
    {
        var item = new StoredItem { Id = $"01{Items.Count + 1:D10}", Name = name, Parent = parent, Written = clock.GetUtcNow() };
        Items.Add(item);
        return Touch(item);
    }

    private void Delete(StoredItem item)
    {
        foreach (var child in Children(item.Id).ToList())
            Delete(child);
        item.IsDeleted = true;
        Touch(item);
    }

    private StoredItem Touch(StoredItem item)
    {
        item.Changes++;
        item.Modified = clock.GetUtcNow();
        item.Sequence = ++sequence;
        return item;
    }
}

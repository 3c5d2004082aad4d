namespace Microsoft.Azure.Functions.Worker;

/// <summary>Who may call an HTTP function.</summary>
public enum AuthorizationLevel
{
    /// <summary>Anybody.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user; refused by the embedded runtime.</summary>
    User = 1,

    /// <summary>Who has a function key.</summary>
    Function = 2,

    /// <summary>Who has a system key; here the admin key.</summary>
    System = 3,

    /// <summary>Who has the admin (master) key.</summary>
    Admin = 4,
}

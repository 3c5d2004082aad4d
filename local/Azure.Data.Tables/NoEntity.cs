namespace Azure.Data.Tables;

/// <summary>The answer where there is no entity.</summary>
internal sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no entity: ask HasValue first.");

    public override Response GetRawResponse() => response;
}

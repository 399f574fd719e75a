namespace Refit;

public abstract class HttpMethodAttribute(string path) : Attribute
{
    public virtual string Path { get; protected set; } = path;

    public abstract HttpMethod Method { get; }
}

[AttributeUsage(AttributeTargets.Method)]
public class GetAttribute(string path) : HttpMethodAttribute(path)
{
    public override HttpMethod Method => HttpMethod.Get;
}

[AttributeUsage(AttributeTargets.Method)]
public class PostAttribute(string path) : HttpMethodAttribute(path)
{
    public override HttpMethod Method => HttpMethod.Post;
}

[AttributeUsage(AttributeTargets.Method)]
public class PutAttribute(string path) : HttpMethodAttribute(path)
{
    public override HttpMethod Method => HttpMethod.Put;
}

[AttributeUsage(AttributeTargets.Method)]
public class PatchAttribute(string path) : HttpMethodAttribute(path)
{
    public override HttpMethod Method => HttpMethod.Patch;
}

[AttributeUsage(AttributeTargets.Method)]
public class DeleteAttribute(string path) : HttpMethodAttribute(path)
{
    public override HttpMethod Method => HttpMethod.Delete;
}

[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public class HeadersAttribute(params string[] headers) : Attribute
{
    public string[] Headers { get; } = headers;
}

[AttributeUsage(AttributeTargets.Parameter)]
public class HeaderAttribute(string header) : Attribute
{
    public string Header { get; } = header;
}

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public class AliasAsAttribute(string name) : Attribute
{
    public string Name { get; protected set; } = name;
}

[AttributeUsage(AttributeTargets.Parameter)]
public class BodyAttribute(bool buffered) : Attribute
{
    public bool? Buffered { get; } = buffered;
}

[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public class QueryAttribute : Attribute
{
    public QueryAttribute()
    {
    }

    public QueryAttribute(CollectionFormat collectionFormat) => CollectionFormat = collectionFormat;

    public CollectionFormat CollectionFormat { get; set; }

    public string? Format { get; set; }
}

public enum CollectionFormat
{
    RefitParameterFormatter,
    Csv,
    Ssv,
    Tsv,
    Pipes,
    Multi,
}

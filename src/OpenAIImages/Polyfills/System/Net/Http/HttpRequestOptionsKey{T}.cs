namespace System.Net.Http;

/// <summary>A key to a property of a request, which knows the property's type.</summary>
internal readonly struct HttpRequestOptionsKey<T>(string key)
{
    public string Key { get; } = key;
}

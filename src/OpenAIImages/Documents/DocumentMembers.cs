using System.Text.Json.Serialization.Metadata;

namespace OpenAIImages.Documents;

/// <summary>Adds members of the usual types to a document.</summary>
internal static class DocumentMembers
{
    public static DocumentConverter<T> HasText<T>(
        this DocumentConverter<T> document, string name, Func<T, string?> get, Func<T, string, T> set)
        where T : class
        => document.Has(name, JsonMetadataServices.StringConverter!, get, set);

    public static DocumentConverter<T> HasNumber<T>(
        this DocumentConverter<T> document, string name, Func<T, int?> get, Func<T, int, T> set)
        where T : class
        => document.Has(name, JsonMetadataServices.Int32Converter, get, set);

    public static DocumentConverter<T> HasNumber<T>(
        this DocumentConverter<T> document, string name, Func<T, long?> get, Func<T, long, T> set)
        where T : class
        => document.Has(name, JsonMetadataServices.Int64Converter, get, set);

    /// <summary>Adds a value of the API that is written as a string, such as a size or a quality.</summary>
    public static DocumentConverter<T> HasValue<T, TValue>(
        this DocumentConverter<T> document, string name, Func<T, TValue?> get, Func<T, TValue, T> set)
        where T : class
        where TValue : struct
        => document.Has(name, new ImageValueJsonConverter<TValue>(), get, set);
}

using System.Text.Json;

namespace OpenAIImages.Documents;

/// <summary>One member of a document.</summary>
/// <typeparam name="T">The type of the document.</typeparam>
internal abstract class DocumentMember<T>(string name)
{
    public string Name { get; } = name;

    /// <summary>Writes the member with its name, if it is set.</summary>
    public abstract void Write(Utf8JsonWriter writer, T document, JsonSerializerOptions options);

    /// <summary>Reads the value of the member.</summary>
    /// <returns>A function that puts the value into the document; <see langword="null"/> when the draft took the
    /// value.</returns>
    public abstract Func<T, T>? Read(ref Utf8JsonReader reader, Draft draft, JsonSerializerOptions options);
}

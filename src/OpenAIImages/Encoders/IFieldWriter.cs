using System.Text.Json;

namespace OpenAIImages.Encoders;

/// <summary>Writes the fields of a request as JSON or as a form.</summary>
internal interface IFieldWriter
{
    void Text(string name, string value);

    void Number(string name, int value);

    void Flag(string name, bool value);

    /// <summary>Writes an extra field, which may hold any JSON value.</summary>
    void Any(string name, JsonElement value);

    /// <summary>Begins a field whose value has fields of its own.</summary>
    void BeginObject(string name);

    void EndObject();
}

using System.Text.Json;

namespace OpenAIImages.Encoders;

/// <summary>Writes the fields of a request in one of the two forms that the service takes, JSON and multipart.</summary>
internal interface IFieldWriter
{
    void Text(string name, string value);

    void Number(string name, int value);

    void Flag(string name, bool value);

    /// <summary>Writes a field of any JSON value, one that this package does not know.</summary>
    void Any(string name, JsonElement value);

    /// <summary>Begins a field whose value has fields of its own.</summary>
    void BeginObject(string name);

    void EndObject();
}

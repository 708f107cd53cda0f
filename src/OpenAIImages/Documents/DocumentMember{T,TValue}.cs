using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>One member of a document, with the type of its value.</summary>
/// <param name="name">The name of the member.</param>
/// <param name="converter">The converter of the value.</param>
/// <param name="get">The function that returns whether the member is set, and its value.</param>
/// <param name="set">The function that returns a copy of the document with the value; <see langword="null"/> if the
/// constructor takes the value.</param>
internal sealed class DocumentMember<T, TValue>(
    string name,
    JsonConverter<TValue> converter,
    Func<T, (bool IsSet, TValue Value)> get,
    Func<T, TValue, T>? set)
    : DocumentMember<T>(name)
    where TValue : notnull
{
    public override void Write(Utf8JsonWriter writer, T document, JsonSerializerOptions options)
    {
        var (isSet, value) = get(document);
        if (isSet)
        {
            writer.WritePropertyName(Name);
            converter.Write(writer, value, options);
        }
    }

    public override Func<T, T>? Read(ref Utf8JsonReader reader, Draft draft, JsonSerializerOptions options)
    {
        var value = converter.Read(ref reader, typeof(TValue), options)!;
        if (set is null)
        {
            draft.Set(Name, value);

            return null;
        }

        return document => set(document, value);
    }
}

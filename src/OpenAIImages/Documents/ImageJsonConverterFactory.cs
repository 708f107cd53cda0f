using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenAIImages.Documents;

namespace OpenAIImages;

/// <summary>Reads and writes the requests, results and events of this package as JSON documents.</summary>
/// <remarks>
/// The class is public because code from the source generator creates it by name. The types name it in an attribute, so
/// that users need not name it. The members have the names of the API, whatever the naming policy of the options. The
/// class uses no reflection.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ImageJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => DocumentConverters.Of(typeToConvert) is not null;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => DocumentConverters.Of(typeToConvert);
}

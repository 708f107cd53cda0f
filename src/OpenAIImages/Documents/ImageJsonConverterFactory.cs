using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenAIImages.Documents;

namespace OpenAIImages;

/// <summary>Reads and writes the requests, results and events of this package as JSON documents.</summary>
/// <remarks>
/// Public because contexts that are generated from source make one by name. The types carry it as an attribute: there
/// is no need to name it. The members are named as on the wire, whatever the naming policy of the options. It needs no
/// reflection.
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

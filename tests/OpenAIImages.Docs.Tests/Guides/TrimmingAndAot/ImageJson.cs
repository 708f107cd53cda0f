using System.Text.Json.Serialization;
using OpenAIImages;

namespace Docs.Guides.TrimmingAndAot;

[JsonSerializable(typeof(ImageResult))]
[JsonSerializable(typeof(GenerateImageRequest))]
internal sealed partial class ImageJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>The types that events contain, written without reflection.</summary>
[JsonSerializable(typeof(ImageUsage))]
internal sealed partial class EventJson : JsonSerializerContext;

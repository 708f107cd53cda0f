using System.Text.Json.Serialization;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>What is written into events as it is, without reflection.</summary>
[JsonSerializable(typeof(ImageUsage))]
internal sealed partial class EventJson : JsonSerializerContext;

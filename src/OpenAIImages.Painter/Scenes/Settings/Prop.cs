namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>A thing that belongs to a place.</summary>
/// <param name="Spot">Its spot in the place.</param>
/// <param name="Drawing">The name of its artwork.</param>
/// <param name="Height">Its height, in short edges of the picture.</param>
internal sealed record Prop(PropSpot Spot, string Drawing, float Height);

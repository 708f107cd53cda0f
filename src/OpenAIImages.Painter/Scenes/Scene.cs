using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>A picture before it is drawn: plain values, so that it can be stored, compared and changed.</summary>
/// <remarks>Lengths are in short edges: a landscape picture is <see cref="Width"/> wide and 1 high.</remarks>
internal sealed record Scene
{
    public ulong Seed { get; init; }

    public float Width { get; init; } = 1;

    public float Height { get; init; } = 1;

    public Place Place { get; init; }

    public ColourName? PlaceColour { get; init; }

    public TimeOfDay Time { get; init; }

    public Weather Weather { get; init; }

    public PaintStyle Style { get; init; }

    public bool Badge { get; init; }

    public bool Transparent { get; init; }

    /// <summary>Gets where the ground begins, from the top.</summary>
    public float Horizon { get; init; }

    /// <summary>Gets a value indicating whether the light comes from the right.</summary>
    public bool LightFromRight { get; init; }

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Gets the words that are written in the picture.</summary>
    public IReadOnlyList<Writing> Writings { get; init; } = [];
}

using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes;

/// <summary>A picture before the drawing, as plain values that can be stored, compared and changed.</summary>
/// <remarks>Lengths are in short edges: a landscape picture is <see cref="Width"/> wide and 1 high.</remarks>
internal sealed record Scene
{
    public ulong Seed { get; init; }

    public float Width { get; init; } = 1;

    public float Height { get; init; } = 1;

    public Place Place { get; init; }

    /// <summary>Gets the place by its name in Data/places.txt, for example <c>kitchen</c>.</summary>
    public string Setting { get; init; } = "meadow";

    /// <summary>Gets a value indicating whether the prompt names the place.</summary>
    public bool PlaceIsNamed { get; init; }

    public ColourName? PlaceColour { get; init; }

    public TimeOfDay Time { get; init; }

    public Weather Weather { get; init; }

    public Season Season { get; init; }

    /// <summary>Gets the progress of the time of day, 0 to 1.</summary>
    public float Hour { get; init; } = 0.35f;

    /// <summary>Gets the number of the look of the backdrop, 0 to 5.</summary>
    public int Look { get; init; }

    public PaintStyle Style { get; init; }

    public bool Badge { get; init; }

    public bool Transparent { get; init; }

    /// <summary>Gets the upper edge of the ground, from the top.</summary>
    public float Horizon { get; init; }

    /// <summary>Gets a value indicating whether the light comes from the right.</summary>
    public bool LightFromRight { get; init; }

    /// <summary>Gets the things that belong to the place, behind all figures.</summary>
    public IReadOnlyList<Figure> Props { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Gets the number of figures that the words ask for beyond the limit of a scene.</summary>
    public int NotDrawn { get; init; }

    /// <summary>Gets the words that are written in the picture.</summary>
    public IReadOnlyList<Writing> Writings { get; init; } = [];
}

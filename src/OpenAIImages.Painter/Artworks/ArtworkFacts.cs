using System.Collections.Immutable;

namespace OpenAIImages.Painter.Artworks;

/// <summary>The facts about a thing besides its looks. Data/nouns.txt explains each fact.</summary>
/// <remarks>Places in a drawing are shares of its box, 0 to 1, from the left and from the top.</remarks>
internal sealed record ArtworkFacts
{
    /// <summary>Gets the real height of the thing, in metres.</summary>
    public float Metres { get; init; }

    public bool HasFur { get; init; }

    public ToyBody Body { get; init; }

    /// <summary>Gets a value indicating whether the person wears a robe down to the ground.</summary>
    public bool WearsRobe { get; init; }

    /// <summary>Gets a value indicating whether the trousers have the colour of the clothes.</summary>
    public bool WearsSuit { get; init; }

    /// <summary>Gets the colour of the clothes as <c>#RRGGBB</c>; null when the portrait shows it.</summary>
    public string? Clothes { get; init; }

    /// <summary>Gets the name of the colour that a garment gives to the clothes of its wearer; null for none.</summary>
    public string? Dye { get; init; }

    /// <summary>Gets the colour of the hands; null for skin.</summary>
    public string? HandColour { get; init; }

    /// <summary>Gets the colour of the limbs of a toy body; null for a darker shade of the fur.</summary>
    public string? Limbs { get; init; }

    /// <summary>Gets the drawing of the hat on the head.</summary>
    public string? Hat { get; init; }

    /// <summary>Gets the drawing of the tool in the hand.</summary>
    public string? Tool { get; init; }

    public bool LiesOnSeabed { get; init; }

    public bool WalksInSpace { get; init; }

    /// <summary>Gets a value indicating whether the thing hangs and does not stand.</summary>
    public bool Hangs { get; init; }

    /// <summary>Gets the part of the body that the thing is worn on; null when it is not worn.</summary>
    public WornAt? Worn { get; init; }

    /// <summary>Gets a value indicating whether the thing is a garment down to the ground.</summary>
    public bool IsLong { get; init; }

    public HeldAt Held { get; init; }

    /// <summary>Gets the drawings of the thing in poses and seasons, by the name of the pose or season.</summary>
    public ImmutableDictionary<string, PoseDrawing> Poses { get; init; } =
        ImmutableDictionary<string, PoseDrawing>.Empty;

    /// <summary>Gets the drawing of the toy that it plays with; null for a ball.</summary>
    public string? Toy { get; init; }

    /// <summary>Gets the drawing of the same person on a body that takes garments.</summary>
    public string? Dressed { get; init; }

    /// <summary>Gets a value indicating whether the drawing bears writing and must not be mirrored.</summary>
    public bool BearsWriting { get; init; }

    /// <summary>Gets the share of the height that lies in the water.</summary>
    public float Draught { get; init; } = 0.26f;

    public HeadAnchor? Head { get; init; }

    public Anchor? Hand { get; init; }

    /// <summary>Gets the place where other things sit, stand or lie on it.</summary>
    public Anchor? Seat { get; init; }

    /// <summary>Gets a value indicating whether people sit on the thing with their feet on the ground.</summary>
    public bool IsForSitting { get; init; }

    /// <summary>Gets the position of the rim, from the top; things inside stick out of the rim.</summary>
    public float? Rim { get; init; }

    public CabinAnchor? Cabin { get; init; }
}

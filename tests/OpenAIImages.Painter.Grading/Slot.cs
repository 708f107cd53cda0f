namespace OpenAIImages.Painter.Grading;

/// <summary>What a prompt can say of a picture.</summary>
internal enum Slot
{
    Object,
    Count,
    Colour,
    Material,
    Pose,
    Relation,
    Side,
    Place,
    Time,
    Style,
    Background,
    Text,
    Negation,
}

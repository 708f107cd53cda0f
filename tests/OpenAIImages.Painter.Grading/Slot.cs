namespace OpenAIImages.Painter.Grading;

/// <summary>An aspect of a picture that a prompt can describe.</summary>
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

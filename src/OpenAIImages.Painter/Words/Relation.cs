namespace OpenAIImages.Painter.Words;

/// <summary>Where a subject is, relative to another.</summary>
internal enum Relation
{
    None,
    On,
    In,
    Under,
    Above,
    Beside,
    Behind,
    Before,
    Riding,
    Wearing,
    Holding,
}

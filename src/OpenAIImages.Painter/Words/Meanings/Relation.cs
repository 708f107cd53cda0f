namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The relation of a subject to another, by its name in Data/words.txt.</summary>
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

    /// <summary>To the left of the other, as the viewer sees it.</summary>
    LeftOf,

    /// <summary>To the right of the other, as the viewer sees it.</summary>
    RightOf,

    /// <summary>Between others: the subject has this relation to each of them.</summary>
    Between,

    /// <summary>At the foot of something high.</summary>
    AtFootOf,

    /// <summary>Leaning against the other.</summary>
    Against,

    /// <summary>With the arms around the other.</summary>
    Hugging,

    /// <summary>Hand in hand.</summary>
    HoldingHands,

    /// <summary>Looking at the other.</summary>
    Facing,

    /// <summary>Running after the other.</summary>
    Chasing,

    /// <summary>Moving over the other: a horse over a fence.</summary>
    Over,

    /// <summary>Around the other: planets around a sun.</summary>
    Around,
}

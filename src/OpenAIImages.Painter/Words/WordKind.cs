namespace OpenAIImages.Painter.Words;

/// <summary>What part a word plays in a prompt. The names are those of Data/words.txt.</summary>
internal enum WordKind
{
    Noun,
    Colour,

    /// <summary>Each of several in another colour.</summary>
    Colourful,

    /// <summary>Besides a noun: a person who is not grown up.</summary>
    Young,
    Number,
    Measure,
    Place,
    Time,
    Light,
    Weather,
    Style,
    Size,
    Relation,

    /// <summary>A Chinese relation, which follows its noun: 桌子上.</summary>
    After,

    /// <summary>在: the noun that follows is where the noun before it is.</summary>
    At,

    /// <summary>的: what stands before it describes what follows.</summary>
    Of,

    /// <summary>What follows describes what stands before it: "the bird is blue".</summary>
    Is,
    Pose,
    Form,

    /// <summary>A noun that only describes when another noun follows: "toy car".</summary>
    Modifier,
    Ignore,
    Unknown,
}

namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>The part that a word plays in a prompt. The names are those of Data/words.txt.</summary>
internal enum WordKind
{
    Unknown,
    Noun,

    /// <summary>A noun whose drawing shows its family alone: "corgi".</summary>
    Family,

    /// <summary>A phrase that must draw nothing of its parts: "prairie dog".</summary>
    Nothing,
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
    Season,
    Weather,

    /// <summary>Besides a place or a light: the drawing that shows it as a thing.</summary>
    Emblem,

    /// <summary>Besides a noun: another drawing, as <c>drawing:cue,cue</c>, where the prompt names one of the cues.
    /// </summary>
    Sense,
    Style,
    Form,
    Size,
    Material,
    Relation,

    /// <summary>A Chinese relation, which follows its noun: 桌子上.</summary>
    After,

    /// <summary>在: the noun that follows is where the noun before it is.</summary>
    At,

    /// <summary>的: what stands before it describes what follows.</summary>
    Of,

    /// <summary>The English "of": what follows it is what the thing before it holds or shows.</summary>
    Content,

    /// <summary>What follows describes what stands before it: "the bird is blue".</summary>
    Is,

    /// <summary>有, "with": what stands before it has what follows.</summary>
    Has,
    Pose,

    /// <summary>An action that a thing shows, as <c>relation:drawing</c>: "skiing".</summary>
    Activity,

    /// <summary>A relation among those named before it: "holding hands".</summary>
    Mutual,
    Side,

    /// <summary>Words to be written follow: "that says".</summary>
    Say,

    /// <summary>A thing that bears words: "sign".</summary>
    Surface,
    Background,

    /// <summary>A part of a body, which is not drawn by itself: "eyes".</summary>
    Part,

    /// <summary>Besides a part: the drawing that shows the part on its owner: "a white beard".</summary>
    Feature,

    /// <summary>Besides a part: the part is drawn only where the prompt says its colour: "green eyes".</summary>
    Natural,

    /// <summary>Besides a verb: the object of the verb is a part of its subject: "raising a hand".</summary>
    Gesture,

    /// <summary>Besides a verb: the object of the verb is on the back of its subject: 背着.</summary>
    Borne,

    /// <summary>Besides a number: the word says no exact number: "many".</summary>
    Vague,

    /// <summary>Besides a noun: the word means a grown animal after its young and "their": "mother".</summary>
    Parent,

    /// <summary>Besides a noun: the word means a young animal after an animal and "its": "baby".</summary>
    Offspring,

    /// <summary>Besides a number: the drawing of each member where a number follows: "a family of four".</summary>
    Group,

    /// <summary>A pronoun for the last noun: "a red car and a blue one".</summary>
    Again,

    /// <summary>Besides a noun: after another noun, the word only says the kind of copy: "a dinosaur toy".</summary>
    Echo,

    /// <summary>Besides a noun: the word has no colour or material, though it begins with one: 金鱼.</summary>
    Whole,

    /// <summary>Besides an adjective: nobody is in the place that it describes: "empty".</summary>
    Empty,
    Negation,
    And,

    /// <summary>The end of a clause: a comma or full stop.</summary>
    Stop,

    /// <summary>Words in quotes.</summary>
    Text,

    /// <summary>A noun that only describes when another noun follows: "toy car".</summary>
    Modifier,

    /// <summary>An adjective that is understood and shows nothing: "cute".</summary>
    Quality,
    Ignore,
}

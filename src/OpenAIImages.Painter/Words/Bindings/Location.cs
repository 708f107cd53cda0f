using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>The place of things: 在…上.</summary>
/// <param name="who">The things there; null or empty when the prompt names them later.</param>
internal sealed class Location(IReadOnlyList<Thing>? who)
{
    private Relation? _kind;

    public IReadOnlyList<Thing>? Who { get; } = who;

    public List<Thing> Places { get; } = [];

    public bool IsOpen => _kind is null;

    /// <summary>Gets a value indicating whether "at" names it, and not 在.</summary>
    public bool IsEnglish { get; init; }

    /// <summary>Gets a value indicating whether a thing was put there.</summary>
    public bool IsUsed { get; private set; }

    public void Close(Relation kind) => _kind ??= kind;

    public void BindAll()
    {
        foreach (var one in Who ?? [])
        {
            Bind(one);
        }
    }

    public void Bind(Thing one)
    {
        IsUsed = true;
        foreach (var place in Places)
        {
            one.Relations.Add((_kind ?? Relation.On, place));
        }
    }
}

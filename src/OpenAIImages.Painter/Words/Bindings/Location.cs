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

    /// <summary>Gives the things that 上面 (on) or 里面 (in) refers to.</summary>
    /// <remarks>书架上摆满了书，上面: the word refers to the shelf, since nothing stands on a book.</remarks>
    public static List<Thing> Meant(Relation kind, Location? former, IReadOnlyList<Thing> heads)
    {
        bool Bears(Thing thing) => kind == Relation.On ? thing.IsTop : kind == Relation.In && thing.IsContainer;

        return former is not null && !heads.Any(Bears) && former.Places.Exists(Bears) ? former.Places : [.. heads];
    }

    /// <summary>Says whether the location ends before a thing, which is then no part of it: 在咖啡店里倒咖啡.</summary>
    public bool EndsBefore(Thing thing) => IsOpen && thing is { Place: null, IsFigure: true } &&
        Places is [.., { IsChinese: true, IsSetting: true }];

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

using System.Collections.Frozen;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>A place as Data/places.txt describes it.</summary>
/// <param name="Key">Its name, for example <c>living-room</c>.</param>
/// <param name="Backdrop">The backdrop that it is drawn with.</param>
/// <param name="Traits">What is special about the backdrop, for example <c>windows</c>.</param>
/// <param name="Colours">Its colours as <c>#RRGGBB</c>, by what they colour.</param>
/// <param name="Props">The things that belong there.</param>
internal sealed record Setting(
    string Key, Place Backdrop, FrozenSet<string> Traits, FrozenDictionary<string, string> Colours,
    IReadOnlyList<Prop> Props);

using System.Collections.Frozen;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>The description of a place in Data/places.txt.</summary>
/// <param name="Key">Its name, for example <c>living-room</c>.</param>
/// <param name="Backdrop">The backdrop of the place.</param>
/// <param name="Traits">The special features of the backdrop, for example <c>windows</c>.</param>
/// <param name="Colours">The colours as <c>#RRGGBB</c>, by the name of the coloured part.</param>
/// <param name="Props">The things that belong there.</param>
internal sealed record Setting(
    string Key, Place Backdrop, FrozenSet<string> Traits, FrozenDictionary<string, string> Colours,
    IReadOnlyList<Prop> Props);

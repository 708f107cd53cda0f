using System.Collections.Frozen;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>The backdrop that stands for a place of the vocabulary.</summary>
internal static class DrawnPlace
{
    private static readonly FrozenDictionary<string, Place> Places =
        Enum.GetValues<Place>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Gives the backdrop of a place; a meadow for a place that has none.</summary>
    public static Place Of(string key) => Places.GetValueOrDefault(key, Place.Meadow);

    public static string NameOf(Place place) => place.ToString().ToLowerInvariant();
}

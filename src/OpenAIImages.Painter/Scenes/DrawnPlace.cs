using System.Collections.Frozen;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes;

/// <summary>The backdrop that stands for a place of the vocabulary.</summary>
internal static class DrawnPlace
{
    private static readonly FrozenDictionary<string, Place> Places =
        Enum.GetValues<Place>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Gives the backdrop of a place; a meadow for a place that has none.</summary>
    public static Place Of(string key) => key switch
    {
        "street" or "market" or "station" or "airport" => Place.City,
        "lake" or "river" or "harbour" => Place.Sea,
        "pool" => Place.Beach,
        "jungle" or "bamboo-forest" => Place.Forest,
        "peaks" or "cliff" => Place.Mountain,
        "moon" or "planet" => Place.Space,
        "living-room" or "bedroom" or "bathroom" or "kitchen" or "classroom" or "library" or "office" or "cafe"
            or "restaurant" or "shop" or "hospital" or "gym" or "stage" or "museum" or "cave" or "castle-hall"
            => Place.Room,
        _ => Places.GetValueOrDefault(key, Place.Meadow),
    };

    public static string NameOf(Place place) => place.ToString().ToLowerInvariant();
}

using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>The backdrop of a place of the vocabulary.</summary>
internal static class DrawnPlace
{
    /// <summary>Gives the backdrop of a place; a meadow for a place that has none.</summary>
    public static Place Of(string key) => SettingBook.Get(key).Backdrop;

    /// <summary>Gives the place that a backdrop is named after.</summary>
    public static string NameOf(Place place) => place.ToString().ToLowerInvariant();
}

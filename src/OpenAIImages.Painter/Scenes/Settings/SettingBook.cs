using System.Collections.Frozen;
using System.Globalization;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Scenes.Settings;

/// <summary>All places of Data/places.txt.</summary>
/// <remarks>Read once, on first use, from Data/places.txt. Safe for concurrent use.</remarks>
internal static class SettingBook
{
    private static readonly Lazy<FrozenDictionary<string, Setting>> Loaded = new(Load);

    public static IEnumerable<Setting> All => Loaded.Value.Values;

    /// <summary>Gets a place; a meadow when no place has that name.</summary>
    public static Setting Get(string key) => Loaded.Value.TryGetValue(key, out var setting) ? setting
        : Loaded.Value["meadow"];

    private static FrozenDictionary<string, Setting> Load()
    {
        using var resource = typeof(SettingBook).Assembly.GetManifestResourceStream("places.txt")!;
        using var reader = new StreamReader(resource);

        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != ';')
            .Select(Read)
            .ToFrozenDictionary(setting => setting.Key, StringComparer.Ordinal);
    }

    private static Setting Read(string line)
    {
        var columns = line.Split('|');
        var traits = List(columns[1]);

        return new Setting(
            columns[0].Trim(), Enum.Parse<Place>(traits[0], ignoreCase: true),
            traits.Skip(1).ToFrozenSet(StringComparer.Ordinal),
            List(columns[2]).Select(colour => colour.Split(' '))
                .ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal),
            [.. List(columns[3]).Select(ReadProp)]);
    }

    private static Prop ReadProp(string text)
    {
        var parts = text.Split(' ');

        return new Prop(
            Enum.Parse<PropSpot>(parts[0], ignoreCase: true), parts[1],
            float.Parse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static string[] List(string text)
        => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

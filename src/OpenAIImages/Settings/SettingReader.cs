using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace OpenAIImages.Settings;

/// <summary>Reads the values of one configuration section, and reports every value that cannot be read.</summary>
/// <param name="section">The section.</param>
/// <param name="group">The group of settings in the section, such as <c>Links</c>; empty for the outermost
/// section.</param>
/// <param name="findings">Takes the values that cannot be read, and keys that belong to no setting.</param>
internal sealed class SettingReader(IConfiguration section, string group, ConfigurationFindings findings)
{
    private readonly List<string> _known = [];

    private delegate bool Parser<T>(string text, out T value);

    public void Text(string setting, Action<string> apply)
    {
        if (ValueOf(setting) is { } text)
        {
            apply(text);
        }
    }

    public void Flag(string setting, Action<bool> apply) => Read<bool>(setting, "true or false", bool.TryParse, apply);

    public void Count(string setting, Action<int> apply) => Read<int>(setting, "a whole number", ParseCount, apply);

    public void Length(string setting, Action<long> apply) => Read<long>(setting, "a whole number", ParseLength, apply);

    public void Amount(string setting, Action<decimal> apply)
        => Read<decimal>(setting, "an amount of dollars such as 20 or 0.5", ParseAmount, apply);

    public void Ratio(string setting, Action<double> apply)
        => Read<double>(setting, "a number such as 0.5", ParseRatio, apply);

    public void Time(string setting, Action<TimeSpan> apply)
        => Read<TimeSpan>(setting, "a time such as 00:10:00", ParseTime, apply);

    public void Checks(string setting, Action<ImageModelChecks> apply)
        => Read<ImageModelChecks>(setting, "Off, Warn or Throw", ParseChecks, apply);

    /// <summary>Reads prices: the word <c>default</c> for the published prices, or the path of a price list.</summary>
    public void Prices(string setting, Action<ImagePriceList> apply)
    {
        if (ValueOf(setting) is not { Length: > 0 } text)
        {
            return;
        }

        try
        {
            apply(text.Equals("default", StringComparison.OrdinalIgnoreCase)
                ? ImagePriceList.Default
                : ImagePriceList.FromFile(text));
        }
        catch (ImageConfigurationException e)
        {
            findings.AddFault(group + setting, string.Join(" ", e.Faults));
        }
    }

    /// <summary>Reads a section inside this one, for a group of settings.</summary>
    /// <param name="name">The name of the group.</param>
    /// <param name="read">Reads the group. It is not called when the section does not exist.</param>
    public void Group(string name, Action<SettingReader> read)
    {
        _known.Add(name);
        var inner = section.GetSection(name);
        if (!inner.Exists())
        {
            return;
        }

        var reader = new SettingReader(inner, group + name + ".", findings);
        read(reader);
        reader.FindUnknownKeys();
    }

    /// <summary>Reads a section whose keys the user chooses.</summary>
    public void Pairs(string name, Action<string, string> apply)
    {
        _known.Add(name);
        foreach (var pair in section.GetSection(name).GetChildren())
        {
            apply(pair.Key, pair.Value ?? "");
        }
    }

    /// <summary>Reports the keys that no setting has read. The method ignores unknown sections, which may belong to
    /// other code.</summary>
    public void FindUnknownKeys()
    {
        foreach (var child in section.GetChildren())
        {
            if (child.Value is not null && !_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                var nearest = NearestName.Find(child.Key, _known);
                findings.AddUnknownKey(
                    group + child.Key,
                    nearest is null
                        ? "there is no setting of this name."
                        : $"there is no setting of this name. Is '{nearest}' meant?");
            }
        }
    }

    private void Read<T>(string setting, string expected, Parser<T> parse, Action<T> apply)
    {
        if (ValueOf(setting) is not { Length: > 0 } text)
        {
            return;
        }

        if (parse(text, out var value))
        {
            apply(value);
        }
        else
        {
            findings.AddFault(group + setting, $"'{text}' is not {expected}.");
        }
    }

    private string? ValueOf(string setting)
    {
        _known.Add(setting);

        return section[setting];
    }

    private static bool ParseChecks(string text, out ImageModelChecks checks)
        => Enum.TryParse(text, ignoreCase: true, out checks)
            && checks is ImageModelChecks.Off or ImageModelChecks.Warn or ImageModelChecks.Throw;

    private static bool ParseCount(string text, out int count)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count);

    private static bool ParseRatio(string text, out double ratio)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out ratio);

    private static bool ParseAmount(string text, out decimal amount)
        => decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out amount);

    private static bool ParseLength(string text, out long length)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out length);

    private static bool ParseTime(string text, out TimeSpan time)
        => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
}

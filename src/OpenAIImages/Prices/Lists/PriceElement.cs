using System.Text.Json;
using OpenAIImages.Settings;

namespace OpenAIImages.Prices.Lists;

/// <summary>A member of a price list, with the faults that were found in the list so far.</summary>
/// <param name="path">The path to the member from the top, with dots; empty for the list itself.</param>
/// <param name="value">The value.</param>
/// <param name="faults">The list that receives each fault.</param>
internal readonly struct PriceElement(string path, JsonElement value, List<string> faults)
{
    private readonly JsonElement _value = value;

    /// <summary>Gets the member's own name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Reports a fault of this member.</summary>
    public void Fault(string message) => faults.Add(path.Length == 0 ? $"{message}." : $"{path}: {message}.");

    /// <summary>Gets the members with known names. Each other member is a fault.</summary>
    public List<PriceElement> Members(params string[] known)
    {
        var members = new List<PriceElement>();
        foreach (var entry in Entries())
        {
            if (Array.IndexOf(known, entry.Name) >= 0)
            {
                members.Add(entry);
                continue;
            }

            entry.Fault(NearestName.Find(entry.Name, known) is { } nearest
                ? $"the member is unknown; it may be meant for {nearest}"
                : $"the member is unknown; known are {string.Join(", ", known)}");
        }

        return members;
    }

    /// <summary>Gets all members, whatever their names. A name that occurs twice is a fault.</summary>
    public List<PriceElement> Entries()
    {
        var entries = new List<PriceElement>();
        if (_value.ValueKind != JsonValueKind.Object)
        {
            Fault("the value is no object");

            return entries;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _value.EnumerateObject())
        {
            var entry = new PriceElement(
                path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value, faults)
            {
                Name = property.Name,
            };
            if (names.Add(property.Name))
            {
                entries.Add(entry);
            }
            else
            {
                entry.Fault("the member occurs twice");
            }
        }

        return entries;
    }

    public string? Text()
    {
        if (_value.ValueKind == JsonValueKind.String && _value.GetString() is { } text && text.Trim().Length > 0)
        {
            return text;
        }

        Fault("the value is no text");

        return null;
    }

    /// <summary>Reads a rate in dollars for a million tokens.</summary>
    /// <returns>The rate; <see langword="null"/> if the list says <c>null</c>, or after a fault.</returns>
    public decimal? Rate()
    {
        if (_value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (Number() is >= 0 and var rate)
        {
            return rate;
        }

        Fault("the value is no price, which is a number that is not negative");

        return null;
    }

    public decimal? Factor()
    {
        if (Number() is > 0 and var factor)
        {
            return factor;
        }

        Fault("the value is no factor, which is a number of more than 0");

        return null;
    }

    public int? Whole(int least)
    {
        if (Number() is { } number && number >= least && number <= int.MaxValue && number == decimal.Truncate(number))
        {
            return (int)number;
        }

        Fault($"the value is no whole number of at least {least}");

        return null;
    }

    private decimal? Number()
        => _value.ValueKind == JsonValueKind.Number && _value.TryGetDecimal(out var number) ? number : null;
}

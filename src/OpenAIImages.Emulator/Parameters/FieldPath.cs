using System.Globalization;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>The place of an object in a request.</summary>
/// <remarks>Only a message needs it as text. A path as text for each object of a body would copy a long name once for
/// each object.</remarks>
/// <param name="Parent">The outer object; <see langword="null"/> for the outermost object.</param>
/// <param name="Name">The name of the field; empty for an array within an array.</param>
/// <param name="Index">The place in the field's array; <see langword="null"/> when the object is not an element of an
/// array.</param>
internal sealed record FieldPath(FieldPath? Parent, string Name, int? Index = null)
{
    public override string ToString()
    {
        var around = Parent is null ? "" : Name.Length == 0 ? Parent.ToString() : Parent + ".";

        return Index is { } index
            ? string.Create(CultureInfo.InvariantCulture, $"{around}{Name}[{index}]")
            : around + Name;
    }
}

using System.Globalization;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>The place of an object in a request, put into words only for a message.</summary>
/// <remarks>Written out for each object of a body, a long name would be copied as often as there are objects.</remarks>
/// <param name="Parent">The object around it; <see langword="null"/> for the outermost.</param>
/// <param name="Name">The name of the field; empty for an array within an array.</param>
/// <param name="Index">Which element of the field's array; <see langword="null"/> when it is no element.</param>
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

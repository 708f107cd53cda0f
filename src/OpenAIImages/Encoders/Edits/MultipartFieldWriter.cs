using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenAIImages.Encoders;

/// <summary>Writes fields as the parts of a form.</summary>
/// <remarks>
/// Values are text: numbers in decimal, flags as <c>true</c> and <c>false</c>. The names of nested fields are in
/// brackets, <c>svg[reasoning][effort]</c>. A form has no null, so the writer refuses null.
/// </remarks>
internal sealed class MultipartFieldWriter(MultipartContent form) : IFieldWriter
{
    private readonly Stack<string> _enclosing = [];

    public void Text(string name, string value) => AddText(NameOf(name), value);

    public void Number(string name, int value) => Text(name, value.ToString(CultureInfo.InvariantCulture));

    public void Flag(string name, bool value) => Text(name, value ? "true" : "false");

    public void Any(string name, JsonElement value) => AddAny(NameOf(name), value);

    public void BeginObject(string name) => _enclosing.Push(NameOf(name));

    public void EndObject() => _enclosing.Pop();

    private string NameOf(string name) => _enclosing.Count == 0 ? name : $"{_enclosing.Peek()}[{name}]";

    private void AddAny(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                AddText(name, value.GetString()!);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                AddText(name, value.GetRawText());
                break;
            case JsonValueKind.Object:
                EnsureNotEmpty(name, value.EnumerateObject().Any());
                foreach (var member in value.EnumerateObject())
                {
                    AddAny($"{name}[{member.Name}]", member.Value);
                }

                break;
            case JsonValueKind.Array:
                EnsureNotEmpty(name, value.GetArrayLength() > 0);
                foreach (var item in value.EnumerateArray())
                {
                    AddAny($"{name}[]", item);
                }

                break;
            default:
                throw new ArgumentException($"Extra holds '{name}' as null, which a form cannot say: leave it out.");
        }
    }

    private static void EnsureNotEmpty(string name, bool hasMembers)
    {
        if (!hasMembers)
        {
            throw new ArgumentException($"Extra holds '{name}' empty, which a form cannot say: leave it out.");
        }
    }

    private void AddText(string name, string value)
    {
        var odd = 0;
        while (odd < name.Length && name[odd] is >= ' ' and <= '~')
        {
            odd++;
        }

        if (odd < name.Length)
        {
            var shown = name.Any(char.IsControl) ? "" : $"'{name}', ";

            throw new ArgumentException(
                $"Extra holds {shown}a name that a form cannot carry, with U+{(int)name[odd]:X4} at index {odd}: " +
                "it takes only printable ASCII.");
        }

        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name={PartName.Quote(name)}");
        form.Add(part);
    }
}

using System.Text.Json;

namespace OpenAIImages.Documents;

/// <summary>The exception that names the member of a document that cannot be read or written, and the reason.</summary>
/// <param name="type">The type of the document.</param>
/// <param name="member">The path to the member, such as <c>data[0].url</c>; empty for the document itself.</param>
/// <param name="reason">A sentence.</param>
/// <param name="cause">The exception that caused it, if any.</param>
internal sealed class DocumentException(Type type, string member, string reason, Exception? cause = null)
    : JsonException(
        member.Length == 0 ? $"{type.Name}: {reason}" : $"The member '{member}' of {type.Name}: {reason}",
        cause)
{
    /// <summary>Returns the exception that the document around this one throws.</summary>
    /// <param name="outer">The type of the document around.</param>
    /// <param name="name">The member of that document which holds this one.</param>
    public DocumentException Within(Type outer, string name)
        => new(outer, member.Length == 0 || member[0] == '[' ? name + member : $"{name}.{member}", reason, this);

    /// <summary>Gets whether an exception means that a value cannot be read or written.</summary>
    public static bool IsFault(Exception e)
        => e is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException;

    /// <summary>Names the member that an exception is about.</summary>
    public static DocumentException About(Type type, string name, Exception e)
        => e is DocumentException inner ? inner.Within(type, name) : new DocumentException(type, name, e.Message, e);
}

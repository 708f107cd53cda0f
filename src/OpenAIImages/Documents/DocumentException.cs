using System.Text.Json;

namespace OpenAIImages.Documents;

/// <summary>The exception that names the member of a document that cannot be read or written, and the reason.</summary>
/// <param name="type">The type of the document.</param>
/// <param name="member">The path to the member, such as <c>data[0].url</c>; empty for the document itself.</param>
/// <param name="reason">The reason, in a sentence.</param>
/// <param name="cause">The cause, if there is one.</param>
internal sealed class DocumentException(Type type, string member, string reason, Exception? cause = null)
    : JsonException(
        member.Length == 0 ? $"{type.Name}: {reason}" : $"The member '{member}' of {type.Name}: {reason}",
        cause)
{
    /// <summary>Returns the exception for the outer document, which holds this one.</summary>
    /// <param name="outer">The type of the outer document.</param>
    /// <param name="name">The member of the outer document that holds this one.</param>
    public DocumentException Within(Type outer, string name)
        => new(outer, member.Length == 0 || member[0] == '[' ? name + member : $"{name}.{member}", reason, this);

    /// <summary>Gets whether an exception means that a value cannot be read or written.</summary>
    public static bool IsFault(Exception e)
        => e is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException;

    /// <summary>Makes an exception that names the member at fault.</summary>
    public static DocumentException About(Type type, string name, Exception e)
        => e is DocumentException inner ? inner.Within(type, name) : new DocumentException(type, name, e.Message, e);
}

using System.Text;
using Microsoft.Net.Http.Headers;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>Reads the fields of a request whose body is a form.</summary>
/// <remarks><c>name[]</c> is an element of an array, <c>name[member]</c> a member of an object.</remarks>
internal static class MultipartParameters
{
    private const int DeepestName = 8;

    /// <param name="contentType">The Content-Type header, which announces the boundary.</param>
    /// <param name="body">The whole body.</param>
    /// <exception cref="ApiException">The body is not a form, or a field occurs twice.</exception>
    public static ParameterSet Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        var fields = new ParameterSet();
        foreach (var part in MultipartBody.Read(contentType, body))
        {
            Put(fields, part.Name, Value(part));
        }

        return fields;
    }

    /// <summary>Adds a field under the name of its part.</summary>
    /// <exception cref="ApiException">The form already has the field.</exception>
    public static void Put(ParameterSet fields, string name, Parameter value) => Put(fields, Path(name), value);

    /// <summary>Reads the media type of a file from its part's header, or else from its file extension.</summary>
    /// <returns>The media type, or <see langword="null"/> when both are unknown.</returns>
    public static string? MediaType(string? contentType, string fileName)
        => MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            ? parsed.MediaType.Value
            : FileExtensions.MediaType(fileName);

    // "a[b][]" is a, b and an empty name. A name with wrong brackets is a plain name.
    private static string[] Path(string name)
    {
        var bracket = name.IndexOf('[');
        var path = bracket > 0 && name.EndsWith(']')
            ? [name[..bracket], .. name[(bracket + 1)..^1].Split("][")]
            : new[] { name };

        return path.Length <= DeepestName ? path : [name];
    }

    private static Parameter Value(MultipartPart part)
        => part.FileName is null
            ? new Parameter(ParameterKind.FormText, Encoding.UTF8.GetString(part.Body.Span))
            : new Parameter(ParameterKind.File)
            {
                File = new InputFile(MediaType(part.ContentType, part.FileName), part.Body, part.FileName),
            };

    private static void Put(ParameterSet fields, ReadOnlySpan<string> path, Parameter value)
    {
        var given = fields.Given(path[0]);
        switch (path)
        {
            case [var name] when given is null:
                fields.Set(name, value);
                break;
            case [var name, ""] when given is null or { Kind: ParameterKind.Array }:
                fields.Set(name, new Parameter(ParameterKind.Array) { Items = [.. given?.Items ?? [], value] });
                break;
            case [var name, _, ..] when given is null or { Kind: ParameterKind.Object }:
                var members = given?.Members ?? new ParameterSet(new FieldPath(fields.Path, name));
                fields.Set(name, new Parameter(ParameterKind.Object, Members: members));
                Put(members, path[1..], value);
                break;
            default:
                throw Refusals.Duplicate(fields.Prefix + path[0]);
        }
    }
}

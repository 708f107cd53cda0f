using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>Refuses fields that a model does not know.</summary>
internal static class ParameterNames
{
    /// <param name="fields">The fields of a request.</param>
    /// <param name="known">The paths of the fields that the model knows; <see langword="null"/> when it accepts any
    /// field.</param>
    /// <exception cref="ApiException">The request has an unknown field.</exception>
    public static void Check(ParameterSet fields, IReadOnlySet<string>? known)
    {
        if (known is null)
        {
            return;
        }

        var prefix = fields.Prefix;
        foreach (var name in fields.Names)
        {
            var path = prefix + name;

            // This class writes a dot between an object and its member, and no name of the service has a dot. A null
            // field counts as sent.
            if (name.Contains('.') || !known.Contains(path))
            {
                throw Refusals.UnknownParameter(path);
            }

            if (fields.Given(name)?.Members is { } members && known.Any(other => IsMember(other, path)))
            {
                Check(members, known);
            }
        }
    }

    private static bool IsMember(string other, string path)
        => other.Length > path.Length && other[path.Length] == '.' && other.StartsWith(path, StringComparison.Ordinal);
}

using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>Reads the fields in the query of an address.</summary>
internal static class QueryParameters
{
    /// <remarks>An empty field counts as absent: clients write <c>after=</c> for the first page.</remarks>
    public static ParameterSet Read(IQueryCollection query)
    {
        var fields = new ParameterSet();
        foreach (var (name, values) in query)
        {
            if (values[^1] is { Length: > 0 } value)
            {
                fields.Set(name, new Parameter(ParameterKind.FormText, value));
            }
        }

        return fields;
    }
}

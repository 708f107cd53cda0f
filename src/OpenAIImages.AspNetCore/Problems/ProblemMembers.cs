using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace OpenAIImages.AspNetCore.Problems;

/// <summary>Adds members to problem details, in types that ASP.NET Core writes without reflection.</summary>
internal static class ProblemMembers
{
    public static void Add(this ProblemDetails details, string name, string? value)
    {
        if (value is not null)
        {
            details.Extensions[name] = value;
        }
    }

    public static void Add(this ProblemDetails details, string name, long value) => details.Extensions[name] = value;

    public static void Add(this ProblemDetails details, string name, bool value)
        => details.Extensions[name] = JsonSerializer.SerializeToElement(value, ProblemJson.Default.Boolean);

    public static void Add(this ProblemDetails details, string name, string[] values)
        => details.Extensions[name] = JsonSerializer.SerializeToElement(values, ProblemJson.Default.StringArray);

    /// <summary>Writes problem details as JSON.</summary>
    public static byte[] ToJson(this ProblemDetails details)
        => JsonSerializer.SerializeToUtf8Bytes(details, ProblemJson.Default.ProblemDetails);
}

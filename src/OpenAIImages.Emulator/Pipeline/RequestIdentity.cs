using Microsoft.AspNetCore.Http;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>The identifier of a request: <c>req_</c> and 32 hexadecimal digits.</summary>
internal static class RequestIdentity
{
    public static string Make() => $"req_{Guid.NewGuid():N}";

    public static string Assign(HttpContext context) => context.TraceIdentifier = Make();

    public static string Of(HttpContext context) => context.TraceIdentifier;
}

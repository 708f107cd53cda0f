using System.Text;
using System.Text.Json;

namespace OpenAIImages.ErrorReplies;

/// <summary>Finds the error in a JSON body of any known shape.</summary>
/// <remarks>
/// OpenAI: <c>{"error":{…}}</c>. Azure: the same with <c>inner_error</c> and filter results, or <c>{"statusCode":…,
/// "message":…}</c>. Compatible servers: <c>error</c> as a string, <c>detail</c>, <c>errors</c>, a message at the top,
/// an array around all of these. A body without an error gives <see cref="ErrorFields.None"/>.
/// </remarks>
internal static class ErrorBodyParser
{
    private const int MaxDetails = 3;

    /// <summary>Finds the error, and also an error of the API that a gateway quotes in its message.</summary>
    public static ErrorFields Read(JsonElement body)
    {
        var fields = ReadAny(body);
        if (fields.Message is not { } message || message.IndexOf('{') is not (>= 0 and var begin)
            || ReadEmbedded(message.Substring(begin)) is not { IsEmpty: false, Message: not null } inner)
        {
            return fields;
        }

        // The gateway's own codes describe the outcome of the request. The quoted codes describe the reason.
        return fields with
        {
            Message = inner.Message,
            Code = inner.Code ?? fields.Code,
            Type = inner.Type ?? fields.Type,
            Parameter = inner.Parameter ?? fields.Parameter,
            InnerCode = inner.InnerCode ?? fields.InnerCode,
            ModerationStage = inner.ModerationStage ?? fields.ModerationStage,
            ModerationCategories = inner.ModerationCategories.Count > 0
                ? inner.ModerationCategories
                : fields.ModerationCategories,
            RequestId = fields.RequestId ?? inner.RequestId,
            IsObject = false,
        };
    }

    private static ErrorFields? ReadEmbedded(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            using var inner = JsonDocument.ParseValue(ref reader);

            return ReadAny(inner.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON follows the brace.
            return null;
        }
    }

    private static ErrorFields ReadAny(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.String => new ErrorFields { Message = Text(body) },
        JsonValueKind.Array => ReadFirst(body),
        JsonValueKind.Object => ReadObject(body),
        _ => ErrorFields.None,
    };

    private static ErrorFields ReadFirst(JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (ReadAny(item) is { IsEmpty: false } fields)
            {
                return fields;
            }
        }

        return ErrorFields.None;
    }

    private static ErrorFields ReadObject(JsonElement body)
    {
        if (body.TryGetProperty("error", out var error) && ReadError(error, body) is { IsEmpty: false } fields)
        {
            return fields;
        }

        if (Member(body, "base_resp") is { } answer)
        {
            return ReadMembers(body) with
            {
                Message = Text(answer, "status_msg"),
                Code = Text(answer, "status_code"),
            };
        }

        if (body.TryGetProperty("errors", out var errors) && ReadErrors(errors) is { IsEmpty: false } first)
        {
            return Merge(first, ReadMembers(body));
        }

        if (body.TryGetProperty("detail", out var detail) && ReadDetail(detail) is { IsEmpty: false } detailed)
        {
            return Merge(detailed, ReadMembers(body));
        }

        return ReadMembers(body);
    }

    // Google: {"error":{"code":403,"message":"…","errors":[{"message":"…"}]}}. The message comes from the inner error,
    // the codes from the outer error.
    private static ErrorFields Merge(ErrorFields exact, ErrorFields whole) => whole with
    {
        Message = exact.Message ?? whole.Message,
        Code = whole.Code ?? exact.Code,
        InnerCode = whole.InnerCode ?? exact.InnerCode,
        Type = whole.Type ?? exact.Type,
        Parameter = exact.Parameter ?? whole.Parameter,
        ModerationStage = whole.ModerationStage ?? exact.ModerationStage,
        ModerationCategories = whole.ModerationCategories is { Count: > 0 } categories
            ? categories
            : exact.ModerationCategories,
        ContentFilterResults = whole.ContentFilterResults is { Count: > 0 } results
            ? results
            : exact.ContentFilterResults,
    };

    // stable-diffusion.cpp: {"error":"server_error","message":"…"} has the code in "error". Other servers have the
    // message there.
    private static ErrorFields ReadError(JsonElement error, JsonElement body)
        => error.ValueKind == JsonValueKind.String && MessageOf(body) is { } message
            ? ReadMembers(body) with { Message = message, Code = Text(error) }
            : error.ValueKind == JsonValueKind.String
                ? ReadMembers(body) with { Message = Text(error) }
                : ReadAny(error) is { IsEmpty: false } fields
                    ? fields with
                    {
                        IsObject = error.ValueKind == JsonValueKind.Object,
                        RequestId = fields.RequestId ?? RequestIdOf(body),
                    }
                    : ErrorFields.None;

    // The errors are an array, or ASP.NET's object: {"errors":{"size":["Not a size."]}}.
    private static ErrorFields ReadErrors(JsonElement errors)
    {
        if (errors.ValueKind != JsonValueKind.Object)
        {
            return ReadAny(errors);
        }

        foreach (var field in errors.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Array)
            {
                return ReadFirst(field.Value) with { Parameter = field.Name };
            }
        }

        return ReadAny(errors);
    }

    // FastAPI sends a string, or [{"loc":["body","size"],"msg":"…","type":"…"}].
    private static ErrorFields ReadDetail(JsonElement detail)
    {
        if (detail.ValueKind != JsonValueKind.Array)
        {
            return ReadAny(detail);
        }

        JsonElement? first = null;
        List<string> messages = [];
        foreach (var item in detail.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && messages.Count < MaxDetails)
            {
                first ??= item;
                messages.Add(Describe(item));
            }
        }

        return first is not { } error ? ReadFirst(detail) : new ErrorFields
        {
            Message = string.Join("; ", messages),
            Type = Text(error, "type"),
            Parameter = Location(error) is { Count: > 0 } location ? location[location.Count - 1] : null,
        };
    }

    private static string Describe(JsonElement item)
    {
        var message = MessageOf(item) ?? "no reason given";

        return Location(item) is { Count: > 0 } location ? $"{string.Join(".", location)}: {message}" : message;
    }

    private static List<string> Location(JsonElement item) => Strings(Member(item, "loc"));

    private static ErrorFields ReadMembers(JsonElement error)
    {
        var inner = Member(error, "inner_error") ?? Member(error, "innererror");
        var moderation = Member(error, "moderation_details");
        var filters = Member(error, "content_filter_results") ?? Member(inner, "content_filter_results")
            ?? Member(error, "content_filter_result") ?? Member(inner, "content_filter_result");

        return new ErrorFields
        {
            Message = MessageOf(error),
            Code = Text(error, "code"),
            InnerCode = Text(inner, "code"),
            // The type "error" only marks an event of a stream as an error. Google calls the type "status".
            Type = Text(error, "type") is { } type && type != "error" ? type : StringIn(error, "status"),
            Parameter = Text(error, "param"),
            RequestId = RequestIdOf(error),
            ModerationStage = Text(moderation, "moderation_stage"),
            ModerationCategories = Strings(Member(moderation, "categories")),
            ContentFilterResults = filters is { } found ? ContentFilterResultsDecoder.Decode(found) : [],
        };
    }

    private static string? RequestIdOf(JsonElement body)
        => Text(body, "request_id") ?? Text(body, "requestId") ?? Text(body, "RequestId");

    private static string? MessageOf(JsonElement error)
        => Text(error, "message") ?? Text(error, "msg") ?? Text(error, "error_description") ?? Text(error, "title");

    private static string? StringIn(JsonElement error, string name)
        => Member(error, name) is { ValueKind: JsonValueKind.String } word ? Text(word) : null;

    private static List<string> Strings(JsonElement? values)
    {
        List<string> texts = [];
        if (values is { ValueKind: JsonValueKind.Array } array)
        {
            foreach (var value in array.EnumerateArray())
            {
                if (Text(value) is { } text)
                {
                    texts.Add(text);
                }
            }
        }

        return texts;
    }

    private static string? Text(JsonElement? parent, string name)
        => Member(parent, name) is { } member ? Text(member) : null;

    // Some servers write codes as numbers.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static JsonElement? Member(JsonElement? parent, string name)
        => parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member)
            && member.ValueKind != JsonValueKind.Null
            ? member
            : null;
}

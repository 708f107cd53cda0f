using System.Globalization;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Batches;

/// <summary>The mistakes in the input of a batch, in the service's own words if they are known.</summary>
internal static class BatchFaults
{
    public static BatchFault EmptyFile { get; } = new("empty_file", "The input file is empty.");

    public static BatchFault Broken { get; } = new(
        "server_error", "The server had an error processing your batch. Sorry about that!");

    public static BatchFault NotJson(int line)
        => new("invalid_json_line", "This line is not parseable as valid JSON.", Line: line);

    public static BatchFault Missing(string name, int line)
        => new("missing_required_parameter", $"Missing required parameter: '{name}'.", name, line);

    public static BatchFault WrongMethod(string given, int line) => new(
        "invalid_method",
        $"Invalid value: '{Refusals.Shorten(given)}'. Supported values are: 'POST'.",
        "method",
        line);

    public static BatchFault WrongUrl(int line)
        => new("invalid_url", "The URL provided for this request does not match the batch endpoint.", "url", line);

    public static BatchFault WrongTypeOfModel(int line)
        => new("invalid_type", "Invalid type for 'body.model': expected a string.", "body.model", line);

    public static BatchFault NoSuchModel(string model, int line) => new(
        "model_not_found",
        $"The provided model '{Refusals.Shorten(model)}' is not supported by the Batch API.",
        "body.model",
        line);

    public static BatchFault OtherModel(string model, int line) => new(
        "mismatched_model",
        $"The model '{Refusals.Shorten(model)}' for this request does not match the rest of the batch. Each batch " +
        "must contain requests for a single model.",
        "body.model",
        line);

    public static BatchFault Streams(int line) => new(
        "unsupported_value", "Streaming is not supported by the Batch API.", "body.stream", line);

    public static BatchFault Duplicate(string customId, int line) => new(
        "duplicate_custom_id",
        $"The custom_id '{Refusals.Shorten(customId)}' for this request is a duplicate of another request. The " +
        "custom_id parameter must be unique for each request in a batch.",
        "custom_id",
        line);

    public static BatchFault TooManyLines(int most) => new(
        "request_limit_exceeded",
        string.Create(CultureInfo.InvariantCulture, $"The input file has more than {most} requests."));
}

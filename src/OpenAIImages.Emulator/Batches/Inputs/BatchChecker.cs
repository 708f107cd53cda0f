using System.Text.Json;
using OpenAIImages.Emulator.Models;

namespace OpenAIImages.Emulator.Batches;

/// <summary>Checks the input of a batch before its first request is carried out.</summary>
/// <remarks>A mistake in the body of a single request shows when the request is carried out, and does not affect other
/// requests.
/// </remarks>
internal sealed class BatchChecker(ImageEmulatorOptions options, ModelCatalog catalog)
{
    private const int MostRequests = 50_000;

    // A file that consists of mistakes must not become a reply of megabytes.
    private const int MostFaults = 100;

    /// <param name="order">The order.</param>
    /// <param name="content">The input. This method reads it up to its end, or up to the last fault that it reports.
    /// </param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<BatchInput> CheckAsync(BatchOrder order, Stream content, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<BatchFault>();
        string? model = null;
        var count = 0;
        await foreach (var (number, bytes) in JsonLines.ReadAsync(content, cancellationToken).ConfigureAwait(false))
        {
            if (++count > MostRequests)
            {
                return new BatchInput(model, 0, [BatchFaults.TooManyLines(MostRequests)]);
            }

            var line = Read(bytes);
            var fault = line is null ? BatchFaults.NotJson(number)
                : Find(line, order, number)
                    ?? FindInModel(line, model, number)
                    ?? (ids.Add(line.CustomId!) ? null : BatchFaults.Duplicate(line.CustomId!, number));
            if (fault is not null)
            {
                faults.Add(fault);
            }

            model ??= line is null ? null : NameOfModel(line);
            if (faults.Count == MostFaults)
            {
                break;
            }
        }

        return new BatchInput(model, count, count == 0 ? [BatchFaults.EmptyFile] : faults);
    }

    private static BatchLine? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return BatchLine.Read(bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A string with invalid UTF-8 or half a surrogate pair gives InvalidOperationException.
            return null;
        }
    }

    private static BatchFault? Find(BatchLine line, BatchOrder order, int number) => line switch
    {
        { CustomId: null or "" } => BatchFaults.Missing("custom_id", number),
        { Method: null } => BatchFaults.Missing("method", number),
        { Method: not "POST" } => BatchFaults.WrongMethod(line.Method, number),
        { Url: null } => BatchFaults.Missing("url", number),
        _ when line.Url != order.Endpoint => BatchFaults.WrongUrl(number),
        { Body.IsEmpty: true } => BatchFaults.Missing("body", number),
        { HasOtherModel: true } => BatchFaults.WrongTypeOfModel(number),
        { Streams: true } => BatchFaults.Streams(number),
        _ => null,
    };

    private BatchFault? FindInModel(BatchLine line, string? before, int number)
        => NameOfModel(line) is not { } asked ? BatchFaults.Missing("body.model", number)
            : before is not null && asked != before ? BatchFaults.OtherModel(asked, number)
            : catalog.FindServed(asked) is { Batches: true } ? null
            : BatchFaults.NoSuchModel(asked, number);

    private string? NameOfModel(BatchLine line) => line.Model ?? options.DefaultModel;
}

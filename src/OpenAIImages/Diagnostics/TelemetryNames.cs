namespace OpenAIImages.Diagnostics;

/// <summary>Every name of spans and metrics; docs/telemetry.md explains them.</summary>
/// <remarks>
/// The names of <c>gen_ai</c> are OpenTelemetry's for generative AI, which are not stable yet. Some have an older form,
/// and <see cref="UseLatest"/> decides between the two. The names of <c>openaiimages</c> are our own, since they have
/// no convention.
/// </remarks>
internal static class TelemetryNames
{
    /// <summary>The name of the source of spans, of the meter and of the log category.</summary>
    public const string Library = "OpenAIImages";

    private const string OptInVariable = "OTEL_SEMCONV_STABILITY_OPT_IN";

    private const string OptIn = "gen_ai_latest_experimental";

    /// <summary>Returns whether the environment asks for the newest names, in place of their older forms.</summary>
    /// <param name="variable">Returns the value of an environment variable.</param>
    public static bool UseLatest(Func<string, string?> variable)
        => variable(OptInVariable)?.Split(',').Any(word => word.Trim() == OptIn) ?? false;

    public static class Span
    {
        public const string GenerateContent = "generate_content";
        public const string DownloadImage = "download_image";
        public const string RetryEvent = "openaiimages.retry";
        public const string ListModels = "list_models";
        public const string UploadFile = "upload_file";
        public const string ListFiles = "list_files";
        public const string GetFile = "get_file";
        public const string DeleteFile = "delete_file";
        public const string DownloadFile = "download_file";
        public const string CheckProvenance = "check_provenance";
        public const string CreateBatch = "create_batch";
        public const string GetBatch = "get_batch";
        public const string ListBatches = "list_batches";
        public const string CancelBatch = "cancel_batch";
        public const string ReadBatchResults = "read_batch_results";
    }

    public static class Metric
    {
        public const string Duration = "gen_ai.client.operation.duration";
        public const string LatestDuration = "gen_ai.client.inference.duration";
        public const string TimeToFirstChunk = "gen_ai.client.operation.time_to_first_chunk";
        public const string LatestTimeToFirstChunk = "gen_ai.client.inference.time_to_first_chunk";
        public const string TimePerOutputChunk = "gen_ai.client.operation.time_per_output_chunk";
        public const string LatestTimePerOutputChunk = "gen_ai.client.inference.time_per_output_chunk";
        public const string Tokens = "gen_ai.client.token.usage";
        public const string LatestInputTokens = "gen_ai.client.inference.operation.input_tokens";
        public const string LatestOutputTokens = "gen_ai.client.inference.operation.output_tokens";
        public const string InputUsage = "gen_ai.client.inference.usage.input_tokens";
        public const string OutputUsage = "gen_ai.client.inference.usage.output_tokens";
        public const string CachedUsage = "gen_ai.client.inference.usage.cache_read.input_tokens";
        public const string Images = "openaiimages.client.images";
        public const string Cost = "openaiimages.client.cost";
        public const string Retries = "openaiimages.client.retries";
        public const string PossiblyBilled = "openaiimages.client.possibly_billed";
    }

    public static class Tag
    {
        public const string Operation = "gen_ai.operation.name";
        public const string Provider = "gen_ai.provider.name";
        public const string RequestModel = "gen_ai.request.model";
        public const string RequestCount = "gen_ai.request.choice.count";
        public const string RequestStream = "gen_ai.request.stream";
        public const string OutputType = "gen_ai.output.type";
        public const string InputMessages = "gen_ai.input.messages";
        public const string ResponseModel = "gen_ai.response.model";
        public const string TimeToFirstChunk = "gen_ai.response.time_to_first_chunk";
        public const string InputTokens = "gen_ai.usage.input_tokens";
        public const string OutputTokens = "gen_ai.usage.output_tokens";
        public const string TextInputTokens = "gen_ai.usage.text.input_tokens";
        public const string ImageInputTokens = "gen_ai.usage.image.input_tokens";
        public const string TextOutputTokens = "gen_ai.usage.text.output_tokens";
        public const string ImageOutputTokens = "gen_ai.usage.image.output_tokens";
        public const string CachedInputTokens = "gen_ai.usage.cache_read.input_tokens";
        public const string TokenModality = "gen_ai.token.modality";
        public const string TokenType = "gen_ai.token.type";
        public const string ServerAddress = "server.address";
        public const string ServerPort = "server.port";
        public const string ErrorType = "error.type";
        public const string ImageOperation = "openaiimages.operation";
        public const string RequestSize = "openaiimages.request.size";
        public const string RequestQuality = "openaiimages.request.quality";
        public const string RequestId = "openaiimages.request_id";
        public const string ClientRequestId = "openaiimages.client_request_id";
        public const string ImageCount = "openaiimages.image.count";
        public const string Cost = "openaiimages.cost";
        public const string PossiblyBilled = "openaiimages.possibly_billed";
        public const string RetryCount = "openaiimages.retry.count";
        public const string RetryDelay = "openaiimages.retry.delay";
        public const string DownloadBytes = "openaiimages.download.bytes";
        public const string BatchId = "openaiimages.batch.id";
        public const string BatchResults = "openaiimages.batch.results";
    }

    public static class Provider
    {
        public const string OpenAI = "openai";
        public const string Azure = "azure.ai.openai";
        public const string XAi = "x_ai";
        public const string Gemini = "gcp.gemini";
        public const string Compatible = "openai_compatible";
    }

    public static class TagValue
    {
        public const string Generate = "generate";
        public const string Edit = "edit";
        public const string Variation = "variation";
        public const string Text = "text";
        public const string Image = "image";
        public const string Unknown = "unknown";
        public const string Input = "input";
        public const string Output = "output";
    }

    /// <summary>The values of <c>error.type</c> for failures without a code of the service.</summary>
    public static class Failure
    {
        public const string Canceled = "canceled";
        public const string NotSent = "not_sent";
        public const string Redirected = "redirected";
        public const string Limited = "limited";
        public const string CircuitOpen = "circuit_open";
        public const string ConnectionFailed = "connection_failed";
        public const string ConnectionLost = "connection_lost";
        public const string Timeout = "timeout";
        public const string Stalled = "stalled";
        public const string IncompleteReply = "incomplete_reply";
        public const string LinkFailed = "link_failed";
    }
}

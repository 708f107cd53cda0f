using OpenAIImages.Models;

namespace OpenAIImages.Prices.Estimates;

/// <summary>Estimates the output tokens of one image.</summary>
/// <param name="prices">The prices of the model.</param>
/// <param name="request">The request.</param>
internal sealed class OutputEstimate(ImageModelPrices prices, PromptedImageRequest request)
{
    private readonly ImageSize _size = request.Size ?? ImageSize.Auto;
    private readonly ImageQuality _quality = request.Quality ?? ImageQuality.Auto;

    /// <summary>Gets the reason for a figure, or for a missing figure.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Gets the property that the caller has to set for a known high end.</summary>
    public string? MissingMember { get; private set; }

    /// <summary>Counts the tokens.</summary>
    public TokenRange Count()
    {
        if (prices.OutputFactors.Count == 0 && prices.OutputTokens.Count == 0)
        {
            return Unknown($"Nothing is published about the output tokens of {prices.Model}.", nameof(request.Model));
        }

        if (_quality == ImageQuality.Auto)
        {
            return Auto();
        }

        var range = Count(_quality);
        if (range.High is null)
        {
            return Unknown(
                $"Nothing is published about the output tokens of {prices.Model} at quality {_quality} and size " +
                    $"{_size}.",
                IsKnown(_quality) ? nameof(request.Size) : nameof(request.Quality));
        }

        Reason = $"Quality {_quality}, {SizeText()}.";

        return range;
    }

    private TokenRange Unknown(string reason, string member)
    {
        (Reason, MissingMember) = (reason, member);

        return default;
    }

    // The dearest known quality is the high end. If low and medium are not published, the other figures are unknown.
    private TokenRange Auto()
    {
        var all = Qualities().Select(Count).ToArray();
        var low = Count(ImageQuality.Low).Low;
        var medium = Count(ImageQuality.Medium);
        Reason = low is null || medium.Likely is null
            ? $"The service chooses the quality; only dearer ones than medium are published for {prices.Model}. " +
                $"High is the dearest, {SizeText()}."
            : "The service chooses the quality: low counts as low, medium as likely, the dearest as high; " +
                $"{SizeText()}.";
        var high = all.Max(range => range.High);

        return high is null
            ? Unknown($"Nothing is published about {prices.Model} at size {_size}.", nameof(request.Size))
            : new TokenRange(low, medium.Likely, high);
    }

    private IEnumerable<ImageQuality> Qualities()
        => prices.OutputFactors.Count > 0
            ? prices.OutputFactors.Keys
            : prices.OutputTokens.Values.SelectMany(byQuality => byQuality.Keys).Distinct();

    private bool IsKnown(ImageQuality quality) => Qualities().Contains(quality);

    private TokenRange Count(ImageQuality quality)
        => prices.OutputFactors.Count == 0 ? FromTable(quality)
            : prices.OutputFactors.TryGetValue(quality, out var factor) ? FromFormula(factor)
            : default;

    private TokenRange FromFormula(int factor)
    {
        if (_size.IsAuto)
        {
            return new TokenRange(
                OutputFormula.Min(factor),
                OutputFormula.Count(factor, ImageSize.Square.Width, ImageSize.Square.Height),
                OutputFormula.Max(factor));
        }

        if (request.OutputFormat != ImageFileFormat.Gif)
        {
            return TokenRange.Exactly(OutputFormula.Count(factor, _size.Width, _size.Height));
        }

        // The orientation of a sheet of frames is not known.
        if (GifSheet.Size(_size, request.FrameCount) is not { } sheet)
        {
            return default;
        }

        var one = OutputFormula.Count(factor, sheet.Lying.Width, sheet.Lying.Height);
        var other = OutputFormula.Count(factor, sheet.Standing.Width, sheet.Standing.Height);

        return new TokenRange(Math.Min(one, other), one, Math.Max(one, other));
    }

    private TokenRange FromTable(ImageQuality quality)
    {
        if (!_size.IsAuto)
        {
            return prices.OutputTokens.TryGetValue(_size, out var ofSize) && ofSize.TryGetValue(quality, out var tokens)
                ? TokenRange.Exactly(tokens)
                : default;
        }

        var all = prices.OutputTokens.Values
            .Where(byQuality => byQuality.ContainsKey(quality))
            .Select(byQuality => (long)byQuality[quality])
            .ToArray();
        if (all.Length == 0)
        {
            return default;
        }

        return new TokenRange(all.Min(), all.OrderBy(tokens => tokens).ElementAt(all.Length / 2), all.Max());
    }

    private string SizeText()
        => request.OutputFormat == ImageFileFormat.Gif ? $"a GIF is counted as one sheet of its frames of size {_size}"
            : _size.IsAuto ? "the service chooses the size"
            : $"size {_size}";
}

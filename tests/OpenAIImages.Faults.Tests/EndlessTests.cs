using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>The client ends replies that have no end.</summary>
public sealed class EndlessTests
{
    [Theory]
    [InlineData("{\"data\":[{\"b64_json\":\"", "iVBORw0KGgoAAAAA", nameof(ImageClientOptions.MaxReplyBytes))]
    [InlineData("{\"data\":[", "{\"b64_json\":\"iVBORw0KGgo=\"},", "256 images")]
    [InlineData("", " ", nameof(ImageClientOptions.MaxReplyBytes))]
    [InlineData("{", "\"extra\":\"more of it\",", nameof(ImageClientOptions.MaxReplyBytes))]
    public async Task A_body_without_end_is_refused_at_a_limit(string beginning, string rest, string limit)
    {
        var script = Playing.Script(Operation.Generate);
        script = script with { Order = script.Order with { Length = 60 } };
        rest = rest.Replace(
            "iVBORw0KGgo=", Convert.ToBase64String(script.Order.Pictures.Single()), StringComparison.Ordinal);

        var report = await Playing.PlayAsync(
            script with { Faults = [new EndlessBody("application/json", beginning, rest)] },
            options => options.MaxReplyBytes = 1_000_000);

        Assert.Contains(limit, report.Outcome!.Error!.Message, StringComparison.Ordinal);
        Playing.AssertKept(report);
    }

    [Theory]
    [InlineData("{\"data\":[", "{\"b64_json\":\"AAAA\",\"filler\":\"", "filler")]
    [InlineData("", "{\"", "name")]
    public async Task A_value_without_end_is_refused(string beginning, string opening, string rest)
    {
        var picture = Convert.ToBase64String(Playing.Script(Operation.GenerateToFiles).Order.Pictures.Single());
        beginning = (beginning + opening).Replace("AAAA", picture, StringComparison.Ordinal);

        var report = await Playing.PlayAsync(Playing.Script(
            Operation.GenerateToFiles, new EndlessBody("application/json", beginning, rest)));

        Assert.Equal(Ends.Decode, report.Outcome!.End);
        Playing.AssertKept(report);
    }

    [Theory]
    [InlineData(Operation.Generate, CutPoint.InPicture)]
    [InlineData(Operation.StreamToFiles, CutPoint.BetweenEvents)]
    public async Task The_token_of_the_caller_ends_a_body_that_drips_for_ever(
        Operation operation, CutPoint point)
    {
        var script = Playing.Script(operation, new Drip(point, int.MaxValue, Ends.None)) with
        {
            Cancels = (0, TimeSpan.FromMilliseconds(500)),
        };

        var report = await Playing.PlayAsync(script);

        Assert.Equal(Ends.Cancelled, report.Outcome!.End);
        Playing.AssertKept(report);
    }
}

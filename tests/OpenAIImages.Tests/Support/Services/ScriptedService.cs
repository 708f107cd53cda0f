using System.Net;

namespace OpenAIImages.Tests.Support;

/// <summary>Answers each attempt with the next step of a script; the last step repeats.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly List<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = [];

    private readonly TaskCompletionSource _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bodies of the attempts, in order.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>The headers of the attempts, in order, each as one text.</summary>
    public List<string> Headers { get; } = [];

    public List<Uri> Addresses { get; } = [];

    /// <summary>The contents of the replies.</summary>
    public List<ReplyContent> Replies { get; } = [];

    public int Attempts => Addresses.Count;

    /// <summary>Completes when an attempt begins to hang.</summary>
    public Task Hanging => _hanging.Task;

    public ScriptedService Reply(int status, string body = "", string? headers = null) => Then(async (message, token) =>
    {
        Bodies.Add(message.Content is null ? "" : await message.Content.ReadAsStringAsync(token));
        var reply = new HttpResponseMessage((HttpStatusCode)status) { Content = new ReplyContent(body) };
        Replies.Add((ReplyContent)reply.Content);
        foreach (var line in headers?.Split('\n') ?? [])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(reply.Headers.TryAddWithoutValidation(line[..colon], line[(colon + 1)..].Trim()));
        }

        return reply;
    });

    public ScriptedService Refuse(int status, string code, string? headers = null)
        => Reply(status, $$$"""{"error":{"message":"No.","code":"{{{code}}}"}}""", headers);

    public ScriptedService FailToConnect(Exception? fault = null)
        => Then((_, _) => throw (fault ?? new HttpRequestException("Connection refused")));

    public ScriptedService LoseConnection(Exception? fault = null) => Then(async (message, token) =>
    {
        Bodies.Add(message.Content is null ? "" : await message.Content.ReadAsStringAsync(token));

        throw fault ?? new HttpRequestException("The response ended prematurely.");
    });

    /// <summary>Reads half of the request; then the connection breaks, or a reply arrives.</summary>
    public ScriptedService BreakOff(int? status = null, string body = "") => Then(async (message, token) =>
    {
        Bodies.Add("");
        try
        {
            await message.Content!.CopyToAsync(new BreakingStream(), token);
            Assert.Fail("The request was taken in whole.");
        }
        catch (HttpRequestException) when (status is not null)
        {
        }

        return new HttpResponseMessage((HttpStatusCode)status!) { Content = new ReplyContent(body) };
    });

    public ScriptedService Hang(bool afterSending = true) => Then(async (message, token) =>
    {
        if (afterSending && message.Content is not null)
        {
            Bodies.Add(await message.Content.ReadAsStringAsync(token));
        }

        _hanging.TrySetResult();
        await Task.Delay(Timeout.Infinite, token);

        throw new InvalidOperationException("Not reached.");
    });

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Addresses.Add(request.RequestUri!);
        Headers.Add(request.Headers.ToString());

        return _script[Math.Min(Attempts, _script.Count) - 1](request, cancellationToken);
    }

    private ScriptedService Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> step)
    {
        _script.Add(step);

        return this;
    }
}

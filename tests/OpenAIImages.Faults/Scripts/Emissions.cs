using System.Text;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Faults.Scripts;

/// <summary>All texts that a call emits: logs of all levels, exceptions, the texts of its objects.</summary>
internal sealed class Emissions : ILoggerFactory, ILoggerProvider, ISupportExternalScope, ILogger
{
    private readonly LoggedState _logs = new();
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return $"{_text}\n{string.Join('\n', _logs.Values)}";
            }
        }
    }

    /// <summary>Adds the text of an object, or all texts of an exception and its causes.</summary>
    public void Add(object? emitted)
    {
        if (emitted is Exception { InnerException: { } cause })
        {
            Add(cause);
        }

        if (emitted is Exception e)
        {
            Add(e.Message);
            Add(string.Join("; ", e.Data.Values.Cast<object?>()));
        }

        lock (_lock)
        {
            _text.Append(emitted).Append('\n');
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
        => throw new NotSupportedException("The emitted texts have no other provider.");

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _logs.SetScopeProvider(scopeProvider);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => _logs.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        _logs.Log(logLevel, eventId, state, exception, formatter);
        Add(exception);
    }

    public void Dispose() => _logs.Dispose();
}

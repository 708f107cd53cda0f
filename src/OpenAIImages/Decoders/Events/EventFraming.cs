using System.Text;
using OpenAIImages.Bytes;

namespace OpenAIImages.Decoders;

/// <summary>Separates the data of server-sent events from their framing.</summary>
/// <remarks>
/// <para><b>Takes</b> the bytes of a stream in pieces of any size. Lines end in LF, CR or both. A byte order mark,
/// comments and unknown fields are framing.</para>
/// <para><b>Memory.</b> The class holds only the name of the event: a line of tens of megabytes passes through. </para>
/// <para>Reference: https://html.spec.whatwg.org/multipage/server-sent-events.html.</para>
/// </remarks>
internal sealed class EventFraming
{
    // Known names are shorter.
    private const int MaxNameLength = 128;

    private State _state;
    private bool _isAfterCarriageReturn;
    private string? _leadingName;

    private enum State
    {
        StreamStart,
        LineStart,
        Data,
        Ignored,
    }

    /// <summary>Gets whether the event has data, even an empty line.</summary>
    public bool HasData { get; private set; }

    /// <summary>Gets the event's name if it came before the data, which is usual.</summary>
    /// <remarks>A name after the data may not have arrived yet while the data are read. <see cref="Name"/> has it at
    /// the end.</remarks>
    public string? LeadingName => HasData ? _leadingName : null;

    /// <summary>Gets the event's name once the event has ended.</summary>
    public string? Name { get; private set; }

    private static ReadOnlySpan<byte> DataField => "data:"u8;

    private static ReadOnlySpan<byte> NameField => "event:"u8;

    /// <summary>Forgets an event that has ended.</summary>
    public void BeginEvent()
    {
        HasData = false;
        Name = null;
    }

    /// <summary>Classifies the next bytes.</summary>
    /// <param name="bytes">The bytes received but not yet classified; not empty.</param>
    /// <param name="isFinal">Whether no bytes follow them.</param>
    /// <param name="length">The number of bytes that the result covers.</param>
    /// <returns>The kind of these bytes.</returns>
    public EventPart Classify(ReadOnlySpan<byte> bytes, bool isFinal, out int length)
    {
        length = 1;
        var isEndOfCrLf = _isAfterCarriageReturn && bytes[0] == (byte)'\n';
        _isAfterCarriageReturn = false;
        if (isEndOfCrLf)
        {
            return EventPart.Framing;
        }

        return _state switch
        {
            State.StreamStart => BeginStream(bytes, isFinal, out length),
            State.LineStart => BeginLine(bytes, isFinal, out length),
            _ => ContinueLine(bytes, out length),
        };
    }

    private EventPart BeginStream(ReadOnlySpan<byte> bytes, bool isFinal, out int length)
    {
        length = 0;
        if (IsStartOf(bytes, Utf8Text.ByteOrderMark) && !isFinal)
        {
            return EventPart.NeedsInput;
        }

        _state = State.LineStart;
        length = bytes.StartsWith(Utf8Text.ByteOrderMark) ? Utf8Text.ByteOrderMark.Length : 0;

        return EventPart.Framing;
    }

    private EventPart BeginLine(ReadOnlySpan<byte> bytes, bool isFinal, out int length)
    {
        length = 1;
        if (IsLineEnd(bytes[0]))
        {
            _isAfterCarriageReturn = bytes[0] == (byte)'\r';

            return EventPart.End;
        }

        var field = bytes.StartsWith(DataField) ? DataField : bytes.StartsWith(NameField) ? NameField : default;

        // One space after the colon belongs neither to the name nor to the value, so the byte after the colon must have
        // come.
        if (!isFinal
            && (IsStartOf(bytes, DataField) || IsStartOf(bytes, NameField) || bytes.Length == field.Length))
        {
            length = 0;

            return EventPart.NeedsInput;
        }

        if (field.IsEmpty && !IsBareData(bytes))
        {
            _state = State.Ignored;

            return EventPart.Framing;
        }

        length = field.IsEmpty ? DataField.Length - 1
            : bytes.Length > field.Length && bytes[field.Length] == (byte)' ' ? field.Length + 1
            : field.Length;
        if (field.Length == NameField.Length)
        {
            return ReadName(bytes.Slice(length), isFinal, ref length);
        }

        var isAnotherLine = HasData;
        _leadingName = isAnotherLine ? _leadingName : Name;
        HasData = true;
        _state = State.Data;

        return isAnotherLine ? EventPart.LineBreak : EventPart.Framing;
    }

    // The method reads an incomplete name again when more bytes arrive. Known names are short, so the work is bounded.
    private EventPart ReadName(ReadOnlySpan<byte> bytes, bool isFinal, ref int length)
    {
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0 && bytes.Length < MaxNameLength && !isFinal)
        {
            length = 0;

            return EventPart.NeedsInput;
        }

        var name = bytes.Slice(0, Math.Min(end < 0 ? bytes.Length : end, MaxNameLength));
        Name = name.IsEmpty ? null : KnownStrings.Find(name) ?? Encoding.UTF8.GetString(name).Trim();
        _state = State.Ignored;

        return EventPart.Framing;
    }

    private EventPart ContinueLine(ReadOnlySpan<byte> bytes, out int length)
    {
        length = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        if (length == 0)
        {
            _isAfterCarriageReturn = bytes[0] == (byte)'\r';
            _state = State.LineStart;
            length = 1;

            return EventPart.Framing;
        }

        length = length < 0 ? bytes.Length : length;

        return _state == State.Data ? EventPart.Data : EventPart.Framing;
    }

    // A line without a colon is a field whose value is empty.
    private static bool IsBareData(ReadOnlySpan<byte> bytes)
        => bytes.Length >= DataField.Length && bytes.StartsWith(DataField.Slice(0, DataField.Length - 1))
            && IsLineEnd(bytes[DataField.Length - 1]);

    private static bool IsStartOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> whole)
        => bytes.Length < whole.Length && whole.StartsWith(bytes);

    private static bool IsLineEnd(byte character) => character is (byte)'\r' or (byte)'\n';
}

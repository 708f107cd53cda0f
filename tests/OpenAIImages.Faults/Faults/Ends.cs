namespace OpenAIImages.Faults.Faults;

/// <summary>The ways in which a call with a fault may end.</summary>
[Flags]
internal enum Ends
{
    None = 0,

    /// <summary>The call returns the right pictures.</summary>
    Right = 1,

    /// <summary>The call does not end: the client repeats the attempt, if attempts are left.</summary>
    Repeated = 2,

    /// <summary>The call throws the refusal of the service.</summary>
    Refused = 4,

    /// <summary>The call throws a fault of the network.</summary>
    Transport = 8,

    /// <summary>The call throws because it cannot read the reply.</summary>
    Decode = 16,

    /// <summary>The caller cancels the call.</summary>
    Cancelled = 32,

    /// <summary>The call returns links for pictures that it could not download.</summary>
    LinkKept = 64,

    /// <summary>The call withholds one broken picture and returns the others.</summary>
    Withheld = 128,
}

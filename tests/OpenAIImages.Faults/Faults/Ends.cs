namespace OpenAIImages.Faults.Faults;

/// <summary>The ways in which a call may end that meets a fault.</summary>
[Flags]
internal enum Ends
{
    None = 0,

    /// <summary>With the right pictures.</summary>
    Right = 1,

    /// <summary>Not at all: it is repeated, if there are attempts left.</summary>
    Repeated = 2,

    /// <summary>With what the service said.</summary>
    Refused = 4,

    /// <summary>With a fault of the network.</summary>
    Transport = 8,

    /// <summary>With a reply that cannot be read.</summary>
    Decode = 16,

    /// <summary>Because the caller wanted it to.</summary>
    Cancelled = 32,

    /// <summary>With pictures that stayed links, since those could not be followed.</summary>
    LinkKept = 64,

    /// <summary>With one picture withheld, since it came broken, and the others.</summary>
    Withheld = 128,
}

using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Scripts;

/// <summary>Makes scripts from seeds: the same seed makes the same script.</summary>
/// <param name="book">The faults.</param>
/// <param name="operations">The kinds of calls to choose from.</param>
internal sealed class ScriptWriter(FaultBook book, IReadOnlyList<Operation> operations)
{
    /// <summary>Gets whether some callers cancel, or stop reading early.</summary>
    public bool Cancels { get; init; } = true;

    public FaultScript Write(int seed)
    {
        var random = new Random(seed);
        var operation = Pick(random, operations);
        var order = new Order(seed, Length(random), Count(random, operation), operation.Delivery());
        var faults = Faults(random, order);
        var script = new FaultScript(seed, operation, order, faults, LinkFaults(random, order), random.Next(4));
        var cancels = random.Next(8) == 0 && Cancels;

        return script with
        {
            IsHosted = faults.Any(fault => fault is Unreachable) || random.Next(4) == 0,
            LeavesEarly = script.IsStream && Cancels && random.Next(6) == 0,
            Cancels = cancels
                ? (random.Next(2), TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(60) : 0))
                : null,
            Primary = (PrimaryKind)random.Next(
                (int)(faults.Any(fault => fault is Unreachable) ? PrimaryKind.Client : PrimaryKind.DerivedClient + 1)),
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    // Most lengths are small; some are larger than every buffer between the service and the client.
    private static int Length(Random random) => random.Next(10) switch
    {
        0 => random.Next(200_000, 1_500_000),
        < 4 => random.Next(8, 2_000),
        _ => random.Next(2_000, 120_000),
    };

    private static int Count(Random random, Operation operation)
        => operation == Operation.Download || random.Next(4) > 0 ? 1 : random.Next(2, 4);

    // Up to three attempts fail with a passing fault, and the last fault decides the end. Failures to connect come
    // first, since one connection serves several attempts.
    private List<Fault> Faults(Random random, Order order)
    {
        var faults = new List<Fault>();
        while (faults.Count < 3 && random.Next(2) == 0)
        {
            var isReached = faults.Any(fault => fault is not Unreachable);
            faults.Add(Pick(random, random.Next(4) == 0 && !isReached ? book.Unreachable : book.Passing));
        }

        faults.Add(random.Next(12) switch
        {
            < 4 => Pick(random, book.Well),
            < 5 => Pick(random, random.Next(3) == 0 ? book.Redirects : book.Final),
            < 7 => Pick(random, book.Cuts),
            < 8 when order.Delivery != Delivery.Links => Pick(random, FaultBook.NotBase64(order)),
            < 10 => Pick(random, book.Spoilt),
            _ => Pick(random, book.Echoes),
        });

        return faults;
    }

    private List<Fault> LinkFaults(Random random, Order order)
    {
        var faults = new List<Fault>();
        while (order.Delivery == Delivery.Links && faults.Count < 5 && random.Next(3) > 0)
        {
            faults.Add(Pick(random, random.Next(3) == 0 ? book.LinkEchoes : book.Links));
        }

        return faults;
    }
}

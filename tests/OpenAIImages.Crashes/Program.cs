using System.Globalization;
using OpenAIImages.Crashes.Catalogues;
using OpenAIImages.Crashes.Workers;

// Kills programs while they buy pictures, and counts the purchases at the offline service. The service runs in this
// process, and each program in its own process. The scripts .ci/catalogue-kill and .ci/picture-workers run it.
return args switch
{
    ["catalogue", var program, var products, var kills, var seed]
        => await new CatalogueTrial(program, Number(products), Number(kills), Number(seed)).RunAsync(),
    ["workers", var program, var postgres, var redis]
        => await new WorkersTrial(program, postgres, redis).RunAsync(),
    _ => Explain(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Explain()
{
    Console.Error.WriteLine("catalogue PROGRAM PRODUCTS KILLS SEED | workers PROGRAM POSTGRES REDIS");

    return 2;
}

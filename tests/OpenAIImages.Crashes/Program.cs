using System.Globalization;
using OpenAIImages.Crashes.Catalogues;
using OpenAIImages.Crashes.Workers;

// Kills programs while they buy pictures, and counts at the offline service what was bought. The service is in this
// process and the programs are in processes of their own. Run by .ci/catalogue-kill and .ci/picture-workers.
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

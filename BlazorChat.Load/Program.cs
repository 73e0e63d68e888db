using System.CommandLine;
using BlazorChat.Load;
using BlazorChat.Load.Ledger;
using BlazorChat.Load.Pages;
using BlazorChat.Load.Search;

var addresses = new Argument<string[]>("address")
{
    Description = "A running chat, such as http://localhost:5080; or several nodes of one: posts go to the first, streams to each in turn. " +
        "Not for --ledger, which starts its own, nor for --search and --one-by-one.",
    Arity = ArgumentArity.ZeroOrMore,
};
var streams = new Option<int>("--streams") { Description = "Streams to open", DefaultValueFactory = _ => 100 };
var people = new Option<int>("--people") { Description = "Accounts that share the streams and the posting", DefaultValueFactory = _ => 10 };
var posters = new Option<int>("--posters") { Description = "Who post at the same time", DefaultValueFactory = _ => 4 };
var messages = new Option<int>("--messages") { Description = "Messages to post in all", DefaultValueFactory = _ => 500 };
var rate = new Option<double>("--rate") { Description = "Messages a second; 0: as fast as they are answered", DefaultValueFactory = _ => 20 };
var size = new Option<int>("--size") { Description = "Characters in a message, at least 40", DefaultValueFactory = _ => 100 };
var asJson = new Option<bool>("--json") { Description = "Print the results as one JSON object" };
var ledger = new Option<bool>("--ledger")
{
    Description = "The crash test: kills a server of its own again and again, and checks that nothing was lost or doubled",
};
var rounds = new Option<int>("--rounds") { Description = "How often something happens in the ledger", DefaultValueFactory = _ => 20 };
var nodes = new Option<int>("--nodes")
{
    Description = "Of the ledger: 1 for a server with SQLite; more for that many nodes with PostgreSQL and Redis of its own, which stop and come back, too",
    DefaultValueFactory = _ => 1,
};
var seed = new Option<int>("--seed") { Description = "Of the ledger: decides what happens when", DefaultValueFactory = _ => Environment.TickCount };
var oneByOne = new Option<bool>("--one-by-one")
{
    Description = "The yardstick for posts: writes --messages rows by one SaveChanges each, without a chat",
};
var search = new Option<bool>("--search")
{
    Description = "Fills a chat of its own with --messages messages, searches it --rounds times in each of some thirty ways, and says how long it took",
};
var yardsticks = new Option<bool>("--yardsticks") { Description = "Of --search: the same by LIKE and by the database's own tokenizers" };
var pages = new Option<int>("--pages")
{
    Description = "Instead of streams: opens so many pages of one room as browsers do, in a chat that has just started, and says what memory they take",
};
var onPostgres = new Option<bool>("--postgres") { Description = "Of --one-by-one and --search: on a PostgreSQL of its own" };

var root = new RootCommand("Loads a BlazorChat with streams and messages, and checks what every stream got.")
{
    addresses, streams, people, posters, messages, rate, size, asJson, ledger, rounds, nodes, seed, oneByOne, search, yardsticks, pages, onPostgres,
};
root.Validators.Add(result =>
{
    if (!result.GetValue(ledger) && !result.GetValue(oneByOne) && !result.GetValue(search) && !result.GetValue(onPostgres) && !AreAddresses(result.GetValue(addresses)))
        result.AddError("Give the address of a running chat, such as http://localhost:5080, or --ledger, --search or --one-by-one.");
});
root.SetAction((arguments, ct) =>
    arguments.GetValue(ledger) ? LedgerTest.RunAsync(arguments.GetValue(rounds), arguments.GetValue(nodes), arguments.GetValue(seed), ct)
    : arguments.GetValue(search) ? SearchTest.RunAsync(
        arguments.GetValue(messages), arguments.GetValue(rounds), arguments.GetValue(onPostgres), arguments.GetValue(yardsticks), ct)
    : arguments.GetValue(onPostgres) ? OneByOne.OnPostgresAsync(arguments.GetValue(messages), arguments.GetValue(posters), ct)
    : arguments.GetValue(oneByOne) ? OneByOne.OnSqliteAsync(arguments.GetValue(messages), arguments.GetValue(posters), ct)
    : arguments.GetValue(pages) is > 0 and var opened ? PagesTest.RunAsync(
        new Uri(arguments.GetValue(addresses)![0]), opened, arguments.GetValue(messages), arguments.GetValue(rate), ct)
    : LoadTest.RunAsync(
        new LoadOptions(
            [.. arguments.GetValue(addresses)!.Select(one => new Uri(one))], arguments.GetValue(streams), arguments.GetValue(people), arguments.GetValue(posters),
            arguments.GetValue(messages), arguments.GetValue(rate), arguments.GetValue(size), arguments.GetValue(asJson)), ct));
return await root.Parse(args).InvokeAsync();

static bool AreAddresses(string[]? given) => given is { Length: > 0 } && given.All(one => Uri.TryCreate(one, UriKind.Absolute, out _));

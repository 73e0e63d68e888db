namespace BlazorChat.E2E.Hosting;

/// <summary>Tests that kill the chat, or change it for everyone: they run when all others are done, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

namespace BlazorChat.Tests.Fire;

/// <summary>Tests that load the machine, or measure what their process takes: one after the other, and beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class UnderFire
{
    public const string Name = "Under fire";
}

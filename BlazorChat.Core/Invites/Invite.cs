using BlazorChat.Core.Rooms;

namespace BlazorChat.Core.Invites;

/// <summary>A link that lets anyone who has it join a room, until it expires, is used up or is revoked.</summary>
public sealed class Invite
{
    private Invite()
    {
    }

    public string Id { get; private init; } = "";

    /// <summary>The secret part of the link. Stored in plain text, because moderators can see their room's links again.</summary>
    public string Code { get; private init; } = "";

    public string RoomId { get; private init; } = "";

    public string CreatedById { get; private init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; private init; }

    /// <summary>Unix milliseconds.</summary>
    public long ExpiresAt { get; private init; }

    /// <summary>How many people may join by it; null: any number.</summary>
    public int? MaxUses { get; private init; }

    public int Uses { get; private set; }

    public static Invite Make(Room room, string createdById, InviteTerms terms, long now) => new()
    {
        Id = RandomId.New(),
        Code = RandomId.NewSecret(),
        RoomId = room.Id,
        CreatedById = createdById,
        CreatedAt = now,
        ExpiresAt = now + (terms.Seconds * 1000L),
        MaxUses = terms.MaxUses,
    };

    public bool IsLive(long now) => now < ExpiresAt && !(Uses >= MaxUses);

    public void Use() => Uses++;
}

/// <summary>For how long an invite is valid, and for how many people.</summary>
public readonly record struct InviteTerms
{
    public const int MinSeconds = 5 * 60;
    public const int MaxSeconds = 30 * 24 * 60 * 60;
    public const int DefaultSeconds = 7 * 24 * 60 * 60;
    public const int MostUses = 1000;

    private InviteTerms(int seconds, int? maxUses) => (Seconds, MaxUses) = (seconds, maxUses);

    public int Seconds { get; }

    public int? MaxUses { get; }

    public static Result<InviteTerms> Parse(int? seconds, int? maxUses) =>
        seconds is < MinSeconds or > MaxSeconds
            ? Refusal.Invalid("expires_in", $"An invite is valid for {MinSeconds} to {MaxSeconds} seconds.")
        : maxUses is < 1 or > MostUses
            ? Refusal.Invalid("max_uses", $"An invite admits 1 to {MostUses} people; leave it out for any number.")
        : new InviteTerms(seconds ?? DefaultSeconds, maxUses);
}

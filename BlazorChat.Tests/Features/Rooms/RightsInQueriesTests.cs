using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Rooms;

/// <summary>The database gives the same answers as <see cref="RoomRights"/>, for each kind of room and each sort of person.</summary>
public sealed class RightsInQueriesTests(ChatApp app) : IClassFixture<ChatApp>, IAsyncLifetime
{
    private readonly List<(Room Room, ChatUser User, RoomRights Rights)> cases = [];
    private ChatDb db = default!;

    public async ValueTask InitializeAsync()
    {
        db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        foreach (var (role, isAdministrator) in from role in new RoomRole?[] { null, RoomRole.Member, RoomRole.Moderator, RoomRole.Owner }
                                                from isAdministrator in new[] { false, true }
                                                select (role, isAdministrator))
        {
            var user = new ChatUser { UserName = Guid.NewGuid().ToString("N"), IsAdministrator = isAdministrator };
            db.Users.Add(user);
            foreach (var room in RoomsFor(user))
            {
                db.Rooms.Add(room);
                if (role is not null)
                    db.Memberships.Add(Membership.Join(room, user.Id, role.Value, 0));
                cases.Add((room, user, new RoomRights(room.Kind, role, isAdministrator)));
            }
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Rooms_that_someone_sees() => CompareAsync(
        rights => rights.MaySee,
        async (room, user) => (await db.RoomsSeenBy(user.Id).ToListAsync()).Any(seen => seen.Room.Id == room.Id));

    [Fact]
    public Task Rooms_that_someone_sees_by_their_ids() => CompareAsync(
        rights => rights.MaySee, (room, user) => db.RoomIdsSeenBy(user.Id).ContainsAsync(room.Id));

    [Fact]
    public Task People_who_see_a_room() => CompareAsync(
        rights => rights.MaySee, (room, user) => db.ActiveUsers.WhoSee(db, room).AnyAsync(u => u.Id == user.Id));

    [Fact]
    public Task Members_who_manage_a_room() => CompareAsync(
        rights => rights.MayManage && rights.Role is not null,
        (room, user) => db.Memberships.WhoManage(db).AnyAsync(m => m.RoomId == room.Id && m.UserId == user.Id));

    [Fact]
    public Task Rooms_that_are_open() => CompareAsync(
        rights => rights.IsOpen, (room, _) => db.Rooms.OpenToAll().AnyAsync(r => r.Id == room.Id));

    [Fact]
    public Task Rooms_that_administrators_manage_from_outside() => CompareAsync(
        rights => rights.MayAdminister,
        async (room, user) => user.IsAdministrator && await db.Rooms.Administered().AnyAsync(r => r.Id == room.Id));

    public ValueTask DisposeAsync() => db.DisposeAsync();

    private async Task CompareAsync(Func<RoomRights, bool> rule, Func<Room, ChatUser, Task<bool>> query)
    {
        foreach (var (room, user, rights) in cases)
            Assert.Equal((rights, rule(rights)), (rights, await query(room, user)));
        Assert.Equal(3 * 4 * 2, cases.Count);
    }

    private static IEnumerable<Room> RoomsFor(ChatUser user)
    {
        var (name, topic) = (RoomName.Parse("Room").Value, RoomTopic.Parse("").Value);
        yield return Room.CreatePublic(RoomSlug.Parse("r-" + user.UserName![..16]).Value, name, topic, 0);
        yield return Room.CreatePrivate(name, topic, 0);
        yield return Room.CreateDirect(DirectPair.Of(user.Id, "somebody-else"), 0);
    }
}

using System.Text.Json;
using BlazorChat.Tests.Features.Previews;

namespace BlazorChat.Tests.Safety;

/// <summary>The stages that the tables are played on.</summary>
public static class Stages
{
    /// <summary>A room with everyone in their part, a message of each, and one of the target's that is reported.</summary>
    public static async Task<Stage> RoomAsync(Cast cast, string kind)
    {
        var (owner, target, muted, former) = (cast[Who.Owner], cast.Target, cast[Who.Muted], cast[Who.Former]);
        var room = await owner.CreateRoomAsync(kind, former, muted, cast[Who.Member], target);
        await owner.SetMemberAsync(room, cast[Who.Moderator], "moderator");
        var stage = new Stage(cast)
        {
            ["room"] = room,
            ["target"] = target.UserId,
            ["newcomer"] = cast.Newcomer.UserId,
            ["muted"] = muted.UserId,
            ["message"] = (await target.SayAsync(room, "Something rude")).Id,
        };
        stage["own"] = stage["message"];
        foreach (var who in new[] { Who.Former, Who.Muted, Who.Member, Who.Moderator, Who.Owner })
            stage["own", who] = (await cast[who].SayAsync(room, $"By {who}")).Id;
        await cast[Who.Member].PostAsync($"/chat/messages/{stage["message"]}/report", new { reason = "It is rude" });
        stage["report"] = Id((await owner.GetAsync($"/chat/room/{room}/reports"))["reports"][0], "report_id");
        var invite = await owner.PostAsync($"/chat/room/{room}/invites", new { });
        (stage["invite"], stage["code"]) = (invite["invite_id"].GetString()!, invite["code"].GetString()!);
        stage["file"] = (await target.ShareAsync(room, "pixel.png", Stage.Pixel)).File!.FileId;
        stage["index"] = "0";
        stage["preview"] = await cast.GivePreviewAsync(await target.SayAsync(room, "https://example.org/"));
        await owner.PutAsync($"/chat/room/{room}/members/{muted.UserId}/silence", new { seconds = 3600 });
        await owner.RemoveMemberAsync(room, former);
        return stage;
    }

    /// <summary>A conversation of the member with the target.</summary>
    public static async Task<Stage> DirectAsync(Cast cast)
    {
        var (member, target) = (cast[Who.Member], cast.Target);
        var room = await member.StartDirectAsync(target);
        var stage = new Stage(cast)
        {
            ["room"] = room,
            ["target"] = target.UserId,
            ["newcomer"] = cast.Newcomer.UserId,
            ["message"] = (await target.SayAsync(room, "Between us")).Id,
            ["file"] = (await target.ShareAsync(room, "pixel.png", Stage.Pixel)).File!.FileId,
            ["index"] = "0",
            ["preview"] = await cast.GivePreviewAsync(await target.SayAsync(room, "https://example.org/")),
            ["invite"] = "none",
            ["report"] = "1",
        };
        stage["own"] = stage["message"];
        stage["own", Who.Member] = (await member.SayAsync(room, "Indeed")).Id;
        return stage;
    }

    /// <summary>New people, each signed in here and elsewhere, with an access token.</summary>
    public static async Task<Stage> AccountAsync(Cast cast)
    {
        var someone = await cast.SignUpAsync("someone");
        await someone.SendAsync(new HttpMethod("PUT"), "/auth/me/avatar", new ByteArrayContent(Stage.Pixel));
        var stage = new Stage(cast)
        {
            ["someone"] = someone.UserId,
            ["username"] = someone.Username,
            ["refresh"] = someone.RefreshToken,
            ["free"] = cast.UniqueName("free"),
            ["slug"] = cast.UniqueName("slug"),
            ["document"] = "v1",
            ["others_upload"] = (await someone.PostAsync("/chat/uploads", new { size = 3 }))["upload_id"].GetString()!,
            ["others_emoji"] = cast.UniqueName("emoji"),
            ["others_session"] = Id((await someone.GetAsync("/auth/sessions"))["sessions"][0], "session_id"),
        };
        await someone.SendAsync(new HttpMethod("PUT"), "/chat/emoji/" + stage["others_emoji"], new ByteArrayContent(Stage.Pixel));
        (stage["session"], stage["token"]) = (stage["others_session"], "none");
        await EnterAsync(Who.Member, await cast.SignUpAsync("member"));
        await EnterAsync(Who.Administrator, await cast.SignUpAdministratorAsync());
        return stage;

        async Task EnterAsync(Who who, ChatClient person)
        {
            stage.Play(who, person);
            await cast.SignInAsync(person.Username);
            stage["session", who] = Id(
                (await person.GetAsync("/auth/sessions"))["sessions"].EnumerateArray().First(s => !s.GetProperty("current").GetBoolean()), "session_id");
            stage["upload", who] = (await person.PostAsync("/chat/uploads", new { size = 3 }))["upload_id"].GetString()!;
            stage["token", who] = Id((await person.PostAsync("/auth/tokens", new { name = "Robot", scope = "read" }))["about"], "token_id");
        }
    }

    /// <summary>A private room with a report, a direct conversation, and somebody with an open stream.</summary>
    public static async Task<Stage> AdministrationAsync(Cast cast)
    {
        var stage = await RoomAsync(cast, "private");
        var person = await cast.SignUpAsync("person");
        stage["person"] = person.UserId;
        stage["session"] = Id((await person.GetAsync("/auth/sessions"))["sessions"][0], "session_id");
        stage["tab"] = "files";
        stage["direct"] = await person.StartDirectAsync(cast.Target);
        stage.Stream = await person.OpenStreamAsync();
        stage["stream"] = (await cast.Admin.GetAsync("/chat/admin/streams"))["streams"].EnumerateArray()
            .Single(s => s.GetProperty("user_id").GetString() == person.UserId).GetProperty("stream_id").GetString()!;
        return stage;
    }

    private static string Id(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}

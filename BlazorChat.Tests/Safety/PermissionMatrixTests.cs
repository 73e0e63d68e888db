using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Safety;

/// <summary>
/// Every endpoint and page, times everyone who may ask, as the tables say. A refused caller has changed nothing, and is
/// told no more of what they may not see than of what does not exist: byte for byte.
/// </summary>
public sealed partial class PermissionMatrixTests(Cast cast) : IClassFixture<Cast>
{
    public static TheoryData<string> PrivateRoom => RoomTables.Private.Lines;

    public static TheoryData<string> PublicRoom => RoomTables.Public.Lines;

    public static TheoryData<string> DirectRoom => RoomTables.Direct.Lines;

    public static TheoryData<string> Account => OtherTables.Account.Lines;

    public static TheoryData<string> Administration => OtherTables.Administration.Lines;

    public static TheoryData<string> Pages => OtherTables.Pages.Lines;

    [Theory]
    [MemberData(nameof(PrivateRoom))]
    public Task In_a_private_room(string row) => HoldsAsync(RoomTables.Private.Row(row), () => Stages.RoomAsync(cast, "private"));

    [Theory]
    [MemberData(nameof(PublicRoom))]
    public Task In_a_public_room(string row) => HoldsAsync(RoomTables.Public.Row(row), () => Stages.RoomAsync(cast, "public"));

    [Theory]
    [MemberData(nameof(DirectRoom))]
    public Task In_a_conversation_of_two(string row) => HoldsAsync(RoomTables.Direct.Row(row), () => Stages.DirectAsync(cast));

    [Theory]
    [MemberData(nameof(Account))]
    public Task Of_ones_own_account_and_of_what_all_may(string row) =>
        HoldsAsync(OtherTables.Account.Row(row), () => Stages.AccountAsync(cast));

    [Theory]
    [MemberData(nameof(Administration))]
    public Task In_administration(string row) =>
        HoldsAsync(OtherTables.Administration.Row(row), () => Stages.AdministrationAsync(cast));

    [Theory]
    [MemberData(nameof(Pages))]
    public Task On_pages(string row) => HoldsAsync(OtherTables.Pages.Row(row), () => Stages.AdministrationAsync(cast));

    private async Task HoldsAsync(Row row, Func<Task<Stage>> setAsync)
    {
        var stage = await setAsync();
        Dictionary<Who, int> answered = [];
        var before = await Fingerprint.TakeAsync(cast);
        foreach (var (who, status) in row.Answers.Where(answer => row.IsReading || answer.Status >= 400))
        {
            var answer = await stage.AskAsync(who, row);
            answered[who] = answer.Status;
            if (status is 404 or 410)
                Assert.Equal(Shown(await stage.AskInVainAsync(who, row)), Shown(answer));
        }
        Assert.Equal(before, await Fingerprint.TakeAsync(cast));
        var isFresh = true;
        foreach (var (who, _) in row.Answers.Where(answer => !answered.ContainsKey(answer.Who)))
        {
            // What one of them does leaves nothing for the next.
            stage = isFresh ? stage : await setAsync();
            answered[who] = (await stage.AskAsync(who, row)).Status;
            isFresh = false;
        }
        Assert.Equal(
            string.Join(", ", row.Answers.Select(answer => $"{answer.Who} {answer.Status}")),
            string.Join(", ", row.Answers.Select(answer => $"{answer.Who} {answered[answer.Who]}")));
    }

    // All of it, but for the time of day, what a page has sealed for its own form, and where that form goes: where it was asked.
    private static string Shown(Reply reply) => string.Join('\n',
        reply.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie")).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Prepend($"{reply.Status} {reply.ContentType}").Append(OfTheForm().Replace(reply.Text, "(its own)")));

    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+|(?<=action=\"/join/)[^\"]+")]
    private static partial Regex OfTheForm();
}

using CsCheck;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>
/// Something that someone does. What it concerns is named by number, counted round what there is by then: an operation
/// means something in every history, so that a failing one can be cut short.
/// </summary>
public sealed record Operation(Act Act, int Who, int What, int Extra)
{
    /// <summary>Steps one after the other; what is in one step happens at once.</summary>
    public static Gen<Operation[][]> Histories { get; } =
        Gen.Select(Gen.Frequency(
                (8, Gen.Const(Act.Post)), (2, Gen.Const(Act.Link)), (1, Gen.Const(Act.Unlink)), (5, Gen.Const(Act.Reply)), (1, Gen.Const(Act.Follow)), (1, Gen.Const(Act.Unfollow)), (2, Gen.Const(Act.ReadThread)), (1, Gen.Const(Act.UnreadThread)), (2, Gen.Const(Act.Save)), (1, Gen.Const(Act.Forget)),
                (3, Gen.Const(Act.Share)), (3, Gen.Const(Act.Edit)), (2, Gen.Const(Act.Delete)), (4, Gen.Const(Act.React)),
                (2, Gen.Const(Act.Unreact)), (2, Gen.Const(Act.Pin)), (1, Gen.Const(Act.Unpin)), (3, Gen.Const(Act.Draft)), (2, Gen.Const(Act.Join)), (2, Gen.Const(Act.Leave)), (3, Gen.Const(Act.Read)),
                (2, Gen.Const(Act.Unread)), (2, Gen.Const(Act.Prefer)), (2, Gen.Const(Act.Block)), (1, Gen.Const(Act.StartDirect)),
                (2, Gen.Const(Act.Rename)), (1, Gen.Const(Act.Archive)), (1, Gen.Const(Act.CreateRoom)),
                (1, Gen.Const(Act.DeleteRoom)), (3, Gen.Const(Act.SetMember)), (2, Gen.Const(Act.RemoveMember)),
                (2, Gen.Const(Act.ChangeProfile)), (1, Gen.Const(Act.Announce)), (2, Gen.Const(Act.Mute)), (1, Gen.Const(Act.LiftSilence)),
                (1, Gen.Const(Act.ComeByInvite)), (1, Gen.Const(Act.Report)),
                (2, Gen.Const(Act.ReaderComes)), (3, Gen.Const(Act.ReaderGoes)), (4, Gen.Const(Act.ReaderReturns))),
            Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[0, 9],
            (act, who, what, extra) => new Operation(act, who, what, extra))
        .Array[1, 4].Array[1, 25];

    public static string Print(Operation[][] history) =>
        string.Join(Environment.NewLine, history.Select(step => string.Join(" | ", step.AsEnumerable())));

    public override string ToString() => $"{Act}({Who}, {What}, {Extra})";
}

public enum Act
{
    Post,
    Link,
    Unlink,
    Reply,
    Follow,
    Unfollow,
    ReadThread,
    UnreadThread,
    Save,
    Forget,
    Share,
    Edit,
    Delete,
    React,
    Unreact,
    Pin,
    Unpin,
    Draft,
    Join,
    Leave,
    Read,
    Unread,
    Prefer,
    Block,
    StartDirect,
    Rename,
    Archive,
    CreateRoom,
    DeleteRoom,
    SetMember,
    RemoveMember,
    ChangeProfile,
    Announce,
    Mute,
    LiftSilence,
    ComeByInvite,
    Report,
    ReaderComes,
    ReaderGoes,
    ReaderReturns,
}

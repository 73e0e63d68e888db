namespace BlazorChat.Web.Admin;

/// <summary>Something that is asked about before it is done.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Question">What follows from it.</param>
/// <param name="Verb">What the button says.</param>
/// <param name="Reason">Whether a reason is asked for.</param>
public sealed record ConfirmedAct(string Title, string Question, string Verb, ReasonWanted Reason = ReasonWanted.No);

namespace BlazorChat.Web.Admin;

/// <summary>An act that the user must confirm first.</summary>
/// <param name="Title">What will be done.</param>
/// <param name="Question">What the consequences are.</param>
/// <param name="Verb">The button's label.</param>
/// <param name="Reason">Whether a reason is asked for.</param>
public sealed record ConfirmedAct(string Title, string Question, string Verb, ReasonWanted Reason = ReasonWanted.No);

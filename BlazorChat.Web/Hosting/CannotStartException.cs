namespace BlazorChat.Web.Hosting;

/// <summary>Why the program cannot start, written for the person who starts it: what is wrong and what to do.</summary>
/// <param name="sentence">A line or two, without secrets.</param>
public sealed class CannotStartException(string sentence) : Exception(sentence);

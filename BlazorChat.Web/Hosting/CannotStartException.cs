namespace BlazorChat.Web.Hosting;

/// <summary>Why the program cannot start, for the person who starts it: what is wrong and what to do.</summary>
/// <param name="sentence">A line or two, without a secret.</param>
public sealed class CannotStartException(string sentence) : Exception(sentence)
{
    /// <summary>From here on such a failure ends the program with its sentence and exit code 1, and without a stack trace.</summary>
    public static void TellInOneSentence() => AppDomain.CurrentDomain.UnhandledException += (_, end) =>
    {
        if (FailedStart.Explain((Exception)end.ExceptionObject) is not { } why)
            return;
        Console.Error.WriteLine(why);
        Environment.Exit(1);
    };
}

using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using BlazorChat.Core;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Inspecting;

/// <summary>
/// Has clamd scan files, if one is configured. A file is accepted only if clamd found it clean: not if clamd cannot be
/// reached, does not answer in time or refuses files of this size.
/// </summary>
public sealed partial class VirusScanner(IOptions<ClamAvOptions> options, ILogger<VirusScanner> logger)
{
    /// <summary>The code of the refusal.</summary>
    internal const string InfectedCode = "infected";

    private const int ChunkBytes = 64 * 1024;
    private const int LongestAnswer = 4096;

    private static readonly Refusal Unavailable = new(
        RefusalReason.Unavailable, "scanner_unavailable", "This file cannot be checked for viruses now. Try again in a while.");

    private readonly ClamAvOptions clamd = options.Value;

    /// <param name="path">The file.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>Null if the file may be accepted.</returns>
    public async Task<Refusal?> ScanAsync(string path, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(clamd.Host))
            return null;
        string answer;
        try
        {
            answer = await AskAsync(path, ct);
        }
        catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            Log.OutOfReach(logger, failure);
            return Unavailable;
        }
        if (answer == "stream: OK")
            return null;
        if (Infected().Match(answer) is { Success: true } found)
        {
            Log.Found(logger, found.Groups["name"].Value);
            return new Refusal(RefusalReason.Invalid, InfectedCode, $"This file contains {found.Groups["name"].Value}: it was not accepted.");
        }
        Log.NoAnswer(logger, answer);
        return Unavailable;
    }

    // INSTREAM of clamd(8): pieces, each after its length, and then a length of zero; the answer is one line, which a zero
    // byte ends.
    private async Task<string> AskAsync(string path, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Longest);
        using var client = new TcpClient();
        await client.ConnectAsync(clamd.Host!, clamd.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), patience.Token);
        await SendAsync(path, stream, patience);
        patience.CancelAfter(Longest);
        return await AnswerAsync(stream, patience.Token);
    }

    private TimeSpan Longest => TimeSpan.FromSeconds(clamd.TimeoutSeconds);

    private async Task SendAsync(string path, NetworkStream to, CancellationTokenSource patience)
    {
        await using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.Asynchronous });
        var piece = new byte[sizeof(int) + ChunkBytes];
        int count;
        do
        {
            patience.CancelAfter(Longest);
            count = await file.ReadAsync(piece.AsMemory(sizeof(int)), patience.Token);
            BinaryPrimitives.WriteInt32BigEndian(piece, count);
            await to.WriteAsync(piece.AsMemory(0, sizeof(int) + count), patience.Token);
        }
        while (count > 0);
    }

    private static async Task<string> AnswerAsync(NetworkStream from, CancellationToken ct)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && answer.AsSpan(0, length).IndexOf((byte)0) < 0)
        {
            var count = await from.ReadAsync(answer.AsMemory(length), ct);
            if (count == 0)
                break;
            length += count;
        }
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0');
    }

    // Names of signatures consist of plain characters; anything else is not a name.
    [GeneratedRegex(@"^stream: (?<name>[\x21-\x7e]{1,200}) FOUND$")]
    private static partial Regex Infected();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A file was not accepted: the virus scanner found {Name}")]
        public static partial void Found(ILogger logger, string name);

        [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner is out of reach, or took not all of a file")]
        public static partial void OutOfReach(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner did not say what is in a file: {Answer}")]
        public static partial void NoAnswer(ILogger logger, string answer);
    }
}

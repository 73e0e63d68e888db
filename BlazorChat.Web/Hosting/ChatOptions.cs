using System.ComponentModel.DataAnnotations;
using BlazorChat.Web.Features.Settings;

namespace BlazorChat.Web.Hosting;

/// <summary>The section <c>Chat</c> of the configuration. A wrong value stops the program at the start.</summary>
public sealed class ChatOptions
{
    public const string Section = "Chat";

    /// <summary>Database, files and keys: all that must be backed up. Relative to the program's folder.</summary>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>Whether people may make accounts by themselves. The first account can always be made.</summary>
    public RegistrationMode Registration { get; init; } = RegistrationMode.Open;

    /// <summary>How long a program's access token serves, and so the longest a stream opened with it lasts. Minutes.</summary>
    [Range(1, 1440)]
    public int AccessTokenMinutes { get; init; } = 60;

    /// <summary>
    /// How long the log of changes reaches back: a reader away for longer loads afresh. Messages are kept for good. Days.
    /// </summary>
    [Range(1, 36_500)]
    public int RetentionDays { get; init; } = 30;

    /// <summary>Whether <c>/metrics</c> answers others than this machine.</summary>
    public bool PublicMetrics { get; init; }

    /// <summary>
    /// The proxies in front of the chat, by address or network (<c>10.0.0.0/8</c>): only they are believed what they say
    /// about where a request came from.
    /// </summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>Where people reach the chat, <c>https://chat.example.org</c>: what links in mails and invites begin with.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The path of its host below which the chat is, <c>/chat-app</c>; empty: it has the host to itself.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The mail server, if there is one.</summary>
    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Where files lie and what becomes of them.</summary>
    public FilesOptions Files { get; init; } = new();

    public LimitOptions Limits { get; init; } = new();

    public RateLimitOptions RateLimits { get; init; } = new();
}

public enum RegistrationMode
{
    Open = 0,
    Closed = 1,
}

/// <summary><c>Chat:Limits</c>: the most there may be of something.</summary>
public sealed class LimitOptions
{
    public const int LongestMessage = 20_000;

    /// <summary>Where there is no limit but good sense.</summary>
    public const int Most = 1_000_000;

    /// <summary>What one upload may be at all: 4 GiB.</summary>
    public const long LargestFile = 4L * 1024 * 1024 * 1024;

    /// <summary>Unicode code points in a message.</summary>
    [Range(1, LongestMessage)]
    public int MessageLength { get; init; } = 1000;

    [Range(1, Most)]
    public int StreamsPerUser { get; init; } = 20;

    /// <summary>Bytes in a file.</summary>
    [Range(1, LargestFile)]
    public long UploadBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Bytes in all files of one user, those on their way included.</summary>
    [Range(1, long.MaxValue)]
    public long UploadBytesPerUser { get; init; } = 10L * 1024 * 1024 * 1024;
}

/// <summary><c>Chat:Files</c>: where files lie and what becomes of them.</summary>
public sealed class FilesOptions
{
    /// <summary>
    /// Whether the bytes of a picture as they came are kept beside what is handed out, which says nothing of where it was
    /// taken. Its sender alone gets them.
    /// </summary>
    public bool KeepOriginals { get; init; }

    /// <summary>The object store, if files are not to lie in the data folder.</summary>
    public S3Options S3 { get; init; } = new();

    /// <summary>The virus scanner, if there is one.</summary>
    public ClamAvOptions ClamAv { get; init; } = new();
}

/// <summary><c>Chat:Files:S3</c>: an object store that speaks S3. Without a bucket, files lie in the data folder.</summary>
public sealed class S3Options
{
    /// <summary>Where it is, <c>https://s3.example.org</c>; null: at AWS.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Needed at AWS; elsewhere what the store goes by, if by any.</summary>
    public string? Region { get; init; }

    public string? Bucket { get; init; }

    /// <summary>Null: what the environment or the machine's role gives.</summary>
    public string? AccessKey { get; init; }

    public string? SecretKey { get; init; }

    /// <summary>What all names in the bucket begin with, where others use it, too.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether the bucket stands in the path of addresses and not in their host; null: if there is an endpoint.</summary>
    public bool? PathStyle { get; init; }

    /// <summary>How long one request may take, sending 16 MiB included. Seconds.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; init; } = 30;
}

/// <summary><c>Chat:Files:ClamAv</c>: the virus scanner clamd. Without a host nothing is scanned.</summary>
public sealed class ClamAvOptions
{
    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 3310;

    /// <summary>How long it may say nothing, and take nothing. Seconds.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; init; } = 60;
}

/// <summary><c>Chat:Smtp</c>: how mail is sent. Without a host none is: administrators make links instead.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Whom mails come from, <c>Chat &lt;chat@example.org&gt;</c>.</summary>
    public string? From { get; init; }

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;
}

public enum SmtpSecurity
{
    /// <summary>A plain connection that becomes a secure one (port 587).</summary>
    StartTls = 0,

    /// <summary>Secure from the beginning (port 465).</summary>
    Tls = 1,

    /// <summary>Not at all: for a mail server on the same machine.</summary>
    None = 2,
}

/// <summary><c>Chat:RateLimits</c>: how often something may be done.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Messages, edits and reactions of one user.</summary>
    [Range(1, LimitOptions.Most)]
    public int MessagesPerSecond { get; init; } = 10;

    /// <summary>How many of those at once.</summary>
    [Range(1, LimitOptions.Most)]
    public int Burst { get; init; } = 20;

    /// <summary>Attempts on one account.</summary>
    [Range(1, LimitOptions.Most)]
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Attempts from one address.</summary>
    [Range(1, LimitOptions.Most)]
    public int SignInsPerMinuteAndAddress { get; init; } = 60;

    /// <summary>New accounts from one address.</summary>
    [Range(1, LimitOptions.Most)]
    public int RegistrationsPerHour { get; init; } = 20;
}

namespace BlazorChat.Web.Features.Files.Staging;

/// <summary>Tells a full disk from other failures of files.</summary>
internal static class FullDisk
{
    // errno on Unix: no space, over quota, file too large for the system; the HRESULT of ERROR_DISK_FULL on Windows.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int TooLarge = 27;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool IsWhy(Exception failure) =>
        failure is IOException && failure.HResult is NoSpace or OverQuota or TooLarge or WindowsDiskFull;
}

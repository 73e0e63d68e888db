using System.Text;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Settings;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>
/// Reads a form part by part, and writes the file straight to disk. A caller who may not post is refused as soon as the room
/// is known: before the file, if the sender put the room first.
/// </summary>
internal sealed class FileFormReader(
    HttpRequest request, Caller caller, StagingArea staging, FileGate gate, PostCommands messages)
{
    private const int MostParts = 20;
    // A caption may be as long as a message.
    private const int MaxFieldBytes = 4 * LimitOptions.LongestMessage;
    private const int MaxHeaderBytes = 8 * 1024;

    /// <summary>
    /// The most bytes for the fields around a file. A request much longer than a file may be is refused unread.
    /// </summary>
    private const int AroundFile = 256 * 1024;

    private static readonly Refusal Malformed = Refusal.Invalid("file", "The form cannot be read: it is cut off, or a part of it is malformed.");

    private static readonly Refusal OneFile = Refusal.Invalid("file", "Send one file in a message.");

    private static readonly Refusal Empty = Refusal.Invalid("file", "This file is empty.");

    private static readonly Refusal NoFile = Refusal.Invalid("file", "Send a file, or the upload_id of an upload.");

    /// <summary>The boundary of the parts; null if it is not a multipart form.</summary>
    public static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) &&
        type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) &&
        HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary ? boundary : null;

    /// <param name="boundary">The boundary of the parts.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>The form; dispose it afterwards.</returns>
    public async Task<Result<FileForm>> ReadAsync(string boundary, CancellationToken ct)
    {
        if (request.ContentLength > gate.Limit + AroundFile)
            return Sizes.TooLarge(gate.Limit);
        var form = new FileForm(staging.NewFile());
        try
        {
            if (await ReadPartsAsync(form, boundary, ct) is not { } why)
                return form;
            await form.DisposeAsync();
            return why;
        }
        catch (Exception broken) when (broken is InvalidDataException or DecoderFallbackException ||
            broken is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested && !FullDisk.IsWhy(broken))
        {
            await form.DisposeAsync();
            return Malformed;
        }
        catch
        {
            await form.DisposeAsync();
            throw;
        }
    }

    private async Task<Refusal?> ReadPartsAsync(FileForm form, string boundary, CancellationToken ct)
    {
        var parts = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = MaxHeaderBytes };
        for (var n = 0; await parts.ReadNextSectionAsync(ct) is { } part; n++)
        {
            if (n == MostParts || !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about) ||
                HeaderUtilities.RemoveQuotes(about.Name).Value is not { } name)
                return Malformed;
            var why = name == "file" && about.IsFileDisposition()
                ? await ReadFileAsync(form, part, about, ct)
                : await ReadFieldAsync(form, name, part, ct);
            if (why is not null || form.Already is not null)
                return why;
        }
        return form.Post.RoomId is null ? await gate.RefuseAsync(caller, null, ct)
            : form.HasFile == form.UploadId is null ? null
            : form.HasFile ? OneFile : NoFile;
    }

    private async Task<Refusal?> ReadFileAsync(
        FileForm form, MultipartSection part, ContentDispositionHeaderValue about, CancellationToken ct)
    {
        if (form.HasFile)
            return OneFile;
        var reserved = await gate.ReserveAsync(caller, request.ContentLength, ct);
        if (reserved.Refusal is { } noRoom)
            // A file that exceeds the quota may be a retry of one that is already posted.
            return (form.Already = await messages.FindPostedAsync(caller, form.Post, ct)) is null ? noRoom : null;
        form.Reservation = reserved.Value;
        form.HasFile = true;
        form.GivenName = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).Value;
        await using var file = form.File.Create();
        if (await Incoming.CopyAsync(part.Body, file, gate.Limit, ct) is not { } size)
            return Sizes.TooLarge(gate.Limit);
        form.Size = size;
        return size == 0 ? Empty : null;
    }

    private async Task<Refusal?> ReadFieldAsync(FileForm form, string name, MultipartSection part, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        if (await Incoming.CopyAsync(part.Body, bytes, MaxFieldBytes, ct) is null)
            return Refusal.Invalid(name, "This field is too long.");
        var value = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        return form.Set(name, value) ?? (name == "room_id" ? await gate.RefuseAsync(caller, value, ct) : null);
    }
}

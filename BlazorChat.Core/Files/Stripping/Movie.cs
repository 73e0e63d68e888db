namespace BlazorChat.Core.Files.Stripping;

/// <summary>
/// MP4 and QuickTime: boxes within boxes (ISO/IEC 14496-12). Nothing may be moved, because tables give the offset of each
/// picture and sound. Removed boxes become free space, filled with zeros.
/// </summary>
internal sealed class Movie
{
    private const string Top = "";

    // Only files in fragments have more, or files made to waste our time.
    private const int MaxDataBoxes = 64;
    private const int MaxMeasurements = 16;

    // The boxes that contain boxes to look at.
    private static readonly HashSet<(string Parent, string Name)> Containers =
        [(Top, "moov"), (Top, "moof"), ("moov", "trak"), ("trak", "mdia"), ("moof", "traf")];

    // All other boxes at the top level are makers' own.
    private static readonly HashSet<string> TopBoxes =
        ["ftyp", "moov", "mdat", "moof", "mfra", "sidx", "ssix", "styp", "pdin", "prft", "emsg", "pnot", "wide"];

    private readonly Window file;
    private readonly Patch patch = new();
    private readonly List<MovieBox> data = [];
    private readonly List<MovieBox> measurements = [];
    private bool hasMovie;
    private bool isFragmented;

    private Movie(Window file) => this.file = file;

    /// <returns>What to overwrite; null if the file is not well-formed.</returns>
    public static async Task<Patch?> FindAsync(Window file)
    {
        var movie = new Movie(file);
        return await movie.WalkAsync(Top, 0, file.Length) && movie.hasMovie && await movie.MeasurementsAsync() ? movie.patch : null;
    }

    private async ValueTask<bool> WalkAsync(string parent, long position, long end)
    {
        while (position < end)
        {
            if (await MovieBox.ReadAsync(file, position, end) is not { } box)
                return false;
            position = box.End;
            if (!await LookAsync(parent, box))
                return false;
        }
        return true;
    }

    private async ValueTask<bool> LookAsync(string parent, MovieBox box)
    {
        switch (box.Name)
        {
            case "udta" or "meta" or "uuid":
                Free(box);
                return true;
            case "free" or "skip":
                await BlankAsync(box.Content, box.End);
                return true;
            case "mvhd" or "tkhd" or "mdhd":
                await BlankTimesAsync(box);
                return true;
            case "mdat" when parent == Top:
                if (data.Count < MaxDataBoxes)
                    data.Add(box);
                return true;
            case "trak" when parent == "moov" && await MeasurementTrack.IsAsync(file, box):
                measurements.Add(box);
                return measurements.Count <= MaxMeasurements;
        }
        hasMovie |= parent == Top && box.Name == "moov";
        isFragmented |= parent == Top && box.Name == "moof";
        if (parent == Top && !TopBoxes.Contains(box.Name))
            Free(box);
        return !Containers.Contains((parent, box.Name)) || await WalkAsync(box.Name, box.Content, box.End);
    }

    // Only now are all data boxes known. Fragments refer to tracks that must still be there.
    private async ValueTask<bool> MeasurementsAsync()
    {
        foreach (var track in measurements)
        {
            if (isFragmented && !await WalkAsync("trak", track.Content, track.End))
                return false;
            if (isFragmented)
                continue;
            await MeasurementTrack.BlankSamplesAsync(file, track, data, patch);
            Free(track);
        }
        return true;
    }

    private void Free(MovieBox box)
    {
        patch.Replace(box.Start + 4, box.Start + 8, [.. "free"u8]);
        patch.Blank(box.Content, box.End);
    }

    // The times of creation and of the last change: four bytes each, or eight in version 1.
    private async ValueTask BlankTimesAsync(MovieBox box)
    {
        var version = (await file.AtAsync(box.Content, 1)).Span;
        var times = box.Content + 4;
        if (box.Content < box.End)
            await BlankAsync(times, Math.Min(times + (version[0] == 1 ? 16 : 8), box.End));
    }

    private async ValueTask BlankAsync(long start, long end)
    {
        if (!await file.IsFilledAsync(start, end, 0))
            patch.Blank(start, end);
    }
}

namespace BlazorChat.Tests.Architecture;

public sealed class FolderOrderTests
{
    private readonly FolderOrder order = new("cellar", "kitchen", "roof");

    [Fact]
    public void A_use_of_a_later_folder_is_told_with_file_and_line() => Assert.Equal(
        ["house/kitchen/stove.js:12 uses roof/chimney.js, but kitchen stands before roof"],
        order.Broken([From("kitchen", 12, "roof")]));

    [Fact]
    public void Earlier_folders_and_its_own_are_free_to_use() =>
        Assert.Empty(order.Broken([From("roof", 1, "cellar"), From("roof", 2, "kitchen"), From("roof", 3, "roof")]));

    [Fact]
    public void A_folder_without_a_place_in_the_order_is_told() =>
        Assert.Equal(["attic has no place in the order"], order.Incomplete(["cellar", "kitchen", "roof", "attic"]));

    [Fact]
    public void A_place_in_the_order_without_a_folder_is_told() =>
        Assert.Equal(["roof is in the order, but there is no such folder"], order.Incomplete(["cellar", "kitchen"]));

    [Fact]
    public void A_circle_of_files_is_told_once_and_whole() => Assert.Equal(
        ["b -> c -> d -> b"],
        FileCircles.In([("a", "b"), ("b", "c"), ("c", "d"), ("d", "b"), ("c", "e")]));

    [Fact]
    public void Files_that_lead_to_the_same_one_are_no_circle() =>
        Assert.Empty(FileCircles.In([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]));

    private static Use From(string folder, int line, string used) =>
        new($"house/{folder}/stove.js", line, folder, $"{used}/chimney.js", used);
}

namespace BlazorChat.Tests.Architecture;

/// <summary>A house of made-up sources: a hob in the kitchen, and somebody on the roof who may use it.</summary>
public sealed class CSharpUsesTests
{
    private const string InKitchen = "using House.Kitchen;\n\nnamespace House.Roof;\n\n";

    [Theory]
    [InlineData("internal sealed class Cook(Hob hob);")]
    [InlineData("internal sealed class Cook : Hob;")]
    [InlineData("internal sealed class Cook { List<Hob> all = []; }")]
    [InlineData("internal sealed class Cook { object it = Hob.Light(); }")]
    [InlineData("[Warm] internal sealed class Cook;")]
    [InlineData("internal sealed class Cook { string Says => $\"It is {Hob.Heat:0.0}\"; }")]
    [InlineData("internal sealed class Cook { bool Is(object it) => it is Hob or null; }")]
    [InlineData("internal sealed class Cook { object[] All() => [..Hob.All()]; }")]
    public void A_type_of_another_folder_is_seen(string source) =>
        Assert.Equal(["House/Roof/Cook.cs:5 Roof -> Kitchen"], In(("Roof/Cook.cs", InKitchen + source)));

    [Theory]
    [InlineData("// No Hob here")]
    [InlineData("/* No\nHob */")]
    [InlineData("/// <see cref=\"Hob\"/>")]
    [InlineData("class Cook { string says = \"A Hob\"; }")]
    [InlineData("class Cook { string says = \"She said \\\"Hob\\\"\"; }")]
    [InlineData("class Cook { string says = @\"A \"\"Hob\"\"\"; }")]
    [InlineData("class Cook { string says = \"\"\"A \"Hob\" \"\"\"; }")]
    [InlineData("class Cook { string says = $\"{{Hob}} {1} Hob\"; }")]
    [InlineData("class Cook { char quote = '\"'; } // Hob \"")]
    [InlineData("class Cook { object it = that.Hob; }")]
    [InlineData("class Cook { object it = that\n.Hob; }")]
    [InlineData("class Cook { object it = that?.Hob(); }")]
    [InlineData("class Cook { object it = new Cook { Hob = 1 }; }")]
    [InlineData("class Cook { object it = Make(Hob: 1); }")]
    [InlineData("class Cook { string? Hob { get; } }")]
    public void What_only_looks_like_it_is_not(string source) =>
        Assert.Empty(In(("Roof/Cook.cs", InKitchen + source)));

    [Theory]
    [InlineData("namespace House.Roof;\nclass Cook(Hob hob);", false)]
    [InlineData("namespace House.Roof;\nclass Cook(House.Kitchen.Hob hob);", true)]
    [InlineData("namespace House.Roof;\nclass Cook(Kitchen.Hob hob);", true)]
    [InlineData("namespace House.Roof;\nclass Cook(Garden.Hob hob);", false)]
    [InlineData("namespace House.Roof;\nclass Cook(Stairs stairs);", true)]
    [InlineData("using static House.Kitchen.Hob;\nnamespace House.Roof;", true)]
    public void Its_namespace_must_be_in_sight(string source, bool isSeen) =>
        Assert.Equal(isSeen, In(("Roof/Cook.cs", source)).Length > 0);

    [Fact]
    public void The_nearest_of_two_types_of_one_name_is_meant() => Assert.Empty(
        In(("Roof/Cook.cs", InKitchen + "class Cook(Hob hob);"), ("Roof/Hob.cs", "namespace House.Roof;\nclass Hob;")));

    [Theory]
    [InlineData("<Hob />")]
    [InlineData("<p>@Hob.Heat</p>")]
    [InlineData("<Pan On=\"@Hob.Heat\" />")]
    [InlineData("<Pan On=\"Hob.Heat\" />")]
    [InlineData("<Pan T=\"Hob\" />")]
    [InlineData("<Pan OnClick=\"() => Light(typeof(Hob))\">Hot</Pan>")]
    [InlineData("@code { Hob? hob; }")]
    public void Components_are_read_with_the_usings_above_them(string source) => Assert.Equal(
        ["House/Roof/Cook.razor:1 Roof -> Kitchen"], In(("_Imports.razor", "@using House.Kitchen"), ("Roof/Cook.razor", source)));

    [Theory]
    [InlineData("<p>The Hob is hot</p>")]
    [InlineData("<p title=\"The Hob\"></p>")]
    [InlineData("<Pan Hob=\"@it\" />")]
    [InlineData("@* Hob *@")]
    [InlineData("<!-- Hob -->")]
    [InlineData("@code { string says = \"Hob\"; }")]
    public void What_people_read_on_the_page_is_no_use(string source) => Assert.Empty(
        In(("_Imports.razor", "@using House.Kitchen"), ("Roof/Cook.razor", source)));

    [Fact]
    public void Imports_of_another_folder_do_not_count() => Assert.Empty(
        In(("Cellar/_Imports.razor", "@using House.Kitchen"), ("Roof/Cook.razor", "<Hob />")));

    [Fact]
    public void What_lies_deeper_belongs_to_the_nearest_folder_of_the_order() => Assert.Equal(
        ["House/Roof/Gable/Cook.cs:5 Roof -> Kitchen"],
        In(("Roof/Gable/Cook.cs", InKitchen + "class Cook(Hob hob);")));

    [Fact]
    public void A_component_and_the_code_behind_it_are_one_file() => Assert.Equal(
        [("Roof/Cook.razor", "Kitchen/Hob.cs")],
        House(("Roof/Cook.razor", "<p>@Other</p>"), ("Roof/Cook.razor.cs", InKitchen + "partial class Cook { Hob? hob; }")).Links);

    private static string[] In(params (string Path, string Source)[] sources) =>
        [.. House(sources).Uses.Select(use => $"{use.File}:{use.Line} {use.Folder} -> {use.UsedFolder}")];

    private static CSharpUses House(params (string Path, string Source)[] sources) => new(
        "House", ["Kitchen", "Roof"], sources
            .Append(("Kitchen/Hob.cs", "namespace House.Kitchen;\n\npublic class Hob;\n\nclass WarmAttribute : Attribute;"))
            .Append(("Stairs.cs", "namespace House;\n\ninternal sealed class Stairs;"))
            .ToDictionary(source => "House/" + source.Item1, source => source.Item2));
}

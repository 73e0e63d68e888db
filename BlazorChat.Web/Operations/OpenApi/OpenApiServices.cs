namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>The document that describes the HTTP interface. It is made from the endpoints and the comments of what they take and answer.</summary>
internal static class OpenApiServices
{
    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.AddSchemaTransformer<SchemaRules>();
        document.AddOperationTransformer<Parameters>();
        document.AddOperationTransformer<Contents>();
        document.AddOperationTransformer<Refusals>();
        document.AddDocumentTransformer<RequestSchemas>();
        document.AddDocumentTransformer<Overview>();
    });
}

// Draws the OpenAPI document. Nothing is asked of any other host: no fonts, no proxy, no statistics.
const at = document.getElementById('interface').dataset.at;

Scalar.createApiReference('#interface', {
    url: `${at}/openapi/v1.json`,
    servers: [{ url: location.origin + at }],
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: 'never',
    documentDownloadType: 'json',
    operationTitleSource: 'path',
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    authentication: { preferredSecurityScheme: 'bearer' },
});

# The chat as an image: docker build -t blazorchat .       (docs/deploying/container.md)
# For another platform: docker buildx build --platform linux/arm64 -t blazorchat .

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
ARG REVISION
WORKDIR /src
# Packages change less often than the code, so their layer is kept between builds.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props ./
COPY BlazorChat.Core/BlazorChat.Core.csproj BlazorChat.Core/
COPY BlazorChat.Web/BlazorChat.Web.csproj BlazorChat.Web/
RUN case "${TARGETARCH:-$(uname -m)}" in arm64 | aarch64) echo linux-arm64 ;; *) echo linux-x64 ;; esac > /platform \
    && dotnet restore BlazorChat.Web --runtime "$(cat /platform)"
COPY .editorconfig BannedSymbols.txt ./
COPY BlazorChat.Core BlazorChat.Core
COPY BlazorChat.Web BlazorChat.Web
RUN dotnet publish BlazorChat.Web --no-restore --configuration Release --runtime "$(cat /platform)" --no-self-contained \
        --output /chat -p:UseAppHost=false -p:DebugType=none -p:SourceRevisionId="$REVISION" \
    && mkdir /data

# No shell and no package manager: nothing can be RUN in this stage.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG REVISION
LABEL org.opencontainers.image.title="BlazorChat" \
      org.opencontainers.image.description="A self-hosted real-time team chat" \
      org.opencontainers.image.revision="$REVISION"
WORKDIR /chat
COPY --from=build /chat ./
COPY --from=build --chown=1654:1654 /data /data
# All that is written is in /data, so the root file system may be read-only: the runtime's diagnostics would need /tmp.
ENV Chat__DataDirectory=/data \
    TMPDIR=/data \
    ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_RUNNING_IN_CONTAINER=true \
    DOTNET_EnableDiagnostics=0
USER 1654:1654
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["dotnet", "BlazorChat.Web.dll", "--health"]
ENTRYPOINT ["dotnet", "BlazorChat.Web.dll"]

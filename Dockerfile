# The function app and the command line in one image: docs/self-hosting.md. Base images by tag; pin them by digest where you build
# (docker buildx imagetools inspect mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled shows it) with --build-arg SDK=…@sha256:… --build-arg RUNTIME=…@sha256:…
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0-noble
ARG RUNTIME=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

FROM ${SDK} AS build
WORKDIR /src
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig host.json ./
COPY core core
COPY local local
COPY azure azure
COPY functions functions
COPY samples samples
COPY ops ops
RUN dotnet publish ops/ops.csproj -c Release -p:FunctionsRuntime=local -o /app && mkdir /home-of-ops

# No shell and no package manager; the user app (1654) is the image's own.
FROM ${RUNTIME}
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /home-of-ops /var/lib/ops
USER 1654
ENV OPS_HOME=/var/lib/ops \
    FunctionsRuntime__Host=0.0.0.0 \
    FunctionsRuntime__Port=7071 \
    DOTNET_EnableDiagnostics=0
VOLUME /var/lib/ops
EXPOSE 7071
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["dotnet", "/app/ops.dll", "health"]
ENTRYPOINT ["dotnet", "/app/ops.dll"]
CMD ["serve"]

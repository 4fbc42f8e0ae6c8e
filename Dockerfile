# docker build --build-arg COMMIT="$(git rev-parse --short=12 HEAD)" -t obmen .
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /src
COPY . .
ARG COMMIT=
RUN npm ci && npm run package && mkdir data

FROM ${NODE}
WORKDIR /opt/obmen
COPY --from=build /src/obmen-*.tgz ./
RUN npm install --global --prefix . ./obmen-*.tgz && npm cache clean --force && rm obmen-*.tgz
# An empty folder that belongs to whom Obmen runs as: a new volume takes its owner from here.
COPY --from=build --chown=node:node /src/data /var/lib/obmen
ENV NODE_ENV=production DATA_DIR=/var/lib/obmen HOST=0.0.0.0 PATH=/opt/obmen/bin:$PATH
USER node
VOLUME /var/lib/obmen
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=300s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["obmen"]
CMD ["serve"]

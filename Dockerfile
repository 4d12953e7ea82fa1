# The image of all roles: `ROLE` tells what a container of it runs. See docker-compose.yml and docs/operations.md.

FROM node:24.9.0-bookworm-slim AS interface
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install scripts: Node is the image's own, and the native modules come built inside their packages.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build:ui

FROM node:24.9.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.9.0-bookworm-slim
# Finnish morphology; GPL, so it comes from the system and is called, not linked in.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libvoikko1 voikko-fi \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
COPY --from=interface /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=10s --start-period=120s --retries=3 CMD ["node", "stack/health.ts"]
# No shell and no npm between: SIGTERM reaches the service itself, which finishes the work in hand.
STOPSIGNAL SIGTERM
CMD ["node", "main.ts"]

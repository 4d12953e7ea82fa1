/** The arrows of the house: see docs/architecture.md. Nothing points back. */
const only = (from, ...to) => ({
  name: `${from.replace(/\W+/g, '-')}-imports`,
  comment: `${from} may import ${to.join(', ') || 'nothing else of the house'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: '^(config|domain|indexer|workers|api|ui|stack|demo|cli|bench|test|services|main)',
    pathNot: `^(${[from, ...to].join('|')})/`,
  },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(virtual:|vite$)' } },
    only('config'),
    only('domain', 'config'),
    only('indexer', 'domain', 'config'),
    only('workers', 'indexer', 'domain', 'config'),
    only('api', 'indexer', 'domain', 'config', 'ui'),
    only('stack', 'config'),
    only('demo', 'domain', 'config'),
    {
      name: 'ui-imports',
      comment: 'ui may import types of the domain and the pure data of config',
      severity: 'error',
      from: { path: '^ui/' },
      to: { path: '^(domain|indexer|workers|api|stack|demo|cli)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'repositories-stay-home',
      comment: 'A service calls another subject’s service, never its repository',
      severity: 'error',
      from: { path: '^domain/([^/]+)/' },
      to: { path: '^domain/[^/]+/repository', pathNot: '^domain/$1/' },
    },
    {
      name: 'domain-knows-no-engine',
      comment: 'The domain knows neither HTTP, nor the search engine, nor the queue',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: 'node_modules/(koa|@koa|@elastic|bullmq|ioredis)/' },
    },
    {
      name: 'tracing-is-loaded-where-it-is-wanted',
      comment:
        'Without a collector nothing of OpenTelemetry is loaded: config/open-tracing.ts imports it when there is one',
      severity: 'error',
      from: { pathNot: '^(config/tracing/|test/)' },
      to: { path: '(^config/tracing/|node_modules/(@opentelemetry|bullmq-otel)/)', dynamic: false },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist|^\\.lastu|^coverage)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};

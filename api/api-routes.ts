import { Router, type RouterContext } from '@koa/router';
import type { Discovery } from '../domain/discovery/service.ts';
import type { Search } from '../indexer/search/search.ts';
import type { Suggest } from '../indexer/suggest/suggest.ts';
import { Raw, type Endpoint } from './endpoint.ts';
import { openApiDocument } from './openapi.ts';
import { invalidRequest } from './problems.ts';
import { regionEndpoints } from './routes/region.ts';
import { searchEndpoints } from './routes/search.ts';
import { suggestEndpoints } from './routes/suggest.ts';
import { workEndpoints } from './routes/works.ts';

/** Everything under `/api/v1`: parse, call, present, by the table of endpoints; and the document that describes them. */
export function apiRoutes(deps: {
  search: Search;
  suggest: Suggest;
  discovery: Discovery;
  publicUrl: string;
  version: string;
}): Router {
  const endpoints = [...searchEndpoints(deps), ...suggestEndpoints(deps), ...workEndpoints(deps), ...regionEndpoints()];
  const router = new Router({ prefix: '/api/v1' });
  for (const endpoint of endpoints) router.get(endpoint.operationId, endpoint.path, (ctx) => answer(endpoint, ctx));
  const document = openApiDocument(endpoints, deps);
  router.get('/openapi.json', (ctx) => {
    ctx.body = document;
  });
  return router;
}

async function answer({ query, handle }: Endpoint, ctx: RouterContext): Promise<void> {
  const parsed = query.safeParse(ctx.query);
  if (!parsed.success) throw invalidRequest(parsed.error);
  const gone = new AbortController();
  const abort = () => gone.abort();
  ctx.res.once('close', abort); // the reader has typed on: the engine need not finish
  const given = await handle({ query: parsed.data, ctx, signal: gone.signal });
  ctx.res.off('close', abort);
  ctx.set('cache-control', 'no-cache');
  if (given instanceof Raw) {
    ctx.type = given.type;
    ctx.body = typeof given.body === 'string' ? given.body : Buffer.from(given.body);
  } else ctx.body = given;
}

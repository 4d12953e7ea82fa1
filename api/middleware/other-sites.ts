import cors from '@koa/cors';
import type { Middleware } from 'koa';
import type { WidgetOrigin } from '../../config/widget-origins.ts';

/**
 * Lets other sites read what any library's catalogue shows to anybody, with no one's credentials: any site, or, where sites of
 * municipalities are configured, those alone. What belongs to a person or to staff is for our own pages only.
 */
export function otherSites(origins: () => Promise<readonly WidgetOrigin[]>): Middleware {
  const open = cors({
    async origin(ctx) {
      const known = await origins();
      if (known.length === 0) return '*';
      return known.some(({ origin }) => origin === ctx.get('origin')) ? ctx.get('origin') : '';
    },
    allowMethods: 'GET,HEAD',
    credentials: false,
  });
  return function readFromElsewhere(ctx, next) {
    return isPublic(ctx.path) ? open(ctx, next) : next();
  };
}

const isPublic = (path: string) =>
  path.startsWith('/api/') && !/^\/api\/v1\/(staff|me|session|memory-list)(\/|$)/.test(path);

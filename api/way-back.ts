import type { Context } from 'koa';
import type { WidgetOrigin } from '../config/widget-origins.ts';
import type { WayBack } from '../ui/pages/way-back.ts';

/**
 * The page of a municipality that a reader has come from by a widget: `?from=`, where that page is on a site we know. Any
 * other address is left alone: nobody is to be led from our pages to a page that merely looks like ours. Where no site is
 * configured, only one's own machine is known.
 */
export function wayBack(ctx: Context, origins: readonly WidgetOrigin[]): WayBack | undefined {
  const from = [ctx.query['from']].flat().at(-1);
  if (from === undefined || from.length > 2_000 || !URL.canParse(from)) return undefined;
  const { origin, hostname, host, protocol, href, username } = new URL(from);
  if (!/^https?:$/.test(protocol) || username !== '') return undefined;
  const known = origins.find((one) => one.origin === origin);
  if (!known && (origins.length > 0 || !isOwnMachine(hostname))) return undefined;
  return { href, host, municipality: known?.municipality };
}

const isOwnMachine = (hostname: string) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

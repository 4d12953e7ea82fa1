import { listen, type Server } from '../../../api/server.ts';
import Koa from 'koa';

/** A site of a town, on an origin of its own: pages as they are given, with the strictest policy that lets widgets work. */
export interface HostSite {
  readonly origin: string;
  /** The address of a page with this in its body. */
  page(body: string, options?: { lang?: string; head?: string; script?: boolean }): string;
  stop(): Promise<void>;
}

/** A style sheet that means no widget well. */
const hostile = `
* { --ink: yellow; --paper: yellow; --unit: 90px; --height: 3px; --accent: yellow; }
* { all: revert !important; letter-spacing: 0.4em !important; text-transform: uppercase !important; }
html, body { font-size: 44px !important; line-height: 3 !important; color: yellow !important; text-align: right !important; }
div, section, form, ul, li { display: flex !important; }
a { color: red !important; pointer-events: auto !important; }
button, input { display: none !important; }
`;

export async function startHostSite(service: string): Promise<HostSite> {
  const pages: string[] = [];
  const app = new Koa();
  app.use((ctx) => {
    if (ctx.path === '/hostile.css') {
      ctx.type = 'css';
      ctx.body = hostile;
      return;
    }
    const page = pages[Number(ctx.path.split('/')[1])];
    if (page === undefined) return;
    ctx.set(
      'content-security-policy',
      `default-src 'none'; script-src ${service}; connect-src ${service}; style-src 'self'; base-uri 'none'; form-action 'self'`,
    );
    ctx.type = 'html';
    ctx.body = page;
  });
  const server: Server = await listen(app, 0);
  const origin = `http://localhost:${server.port}`;
  return {
    origin,
    page(body, { lang = 'fi', head = '', script = true } = {}) {
      pages.push(
        `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Lahti</title><meta name="viewport" content="width=device-width">` +
          `<link rel="stylesheet" href="/hostile.css">${head}` +
          (script ? `<script type="module" blocking="render" src="${service}/widgets/lastu.js"></script>` : '') +
          `</head><body>${body}</body></html>`,
      );
      return `${origin}/${pages.length - 1}`;
    },
    stop: () => server.close(),
  };
}

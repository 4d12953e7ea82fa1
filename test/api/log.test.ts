import { Client } from '@elastic/elasticsearch';
import { expect } from 'chai';
import Koa from 'koa';
import { pino } from 'pino';
import { loggedPath } from '../../api/logged-path.ts';
import { createMetrics } from '../../api/metrics.ts';
import { observe } from '../../api/middleware/observe.ts';
import { renderProblems } from '../../api/middleware/render-problems.ts';
import { listen } from '../../api/server.ts';
import { testEnvironment } from '../support/connections.ts';

describe('The log', () => {
  it('tells no address on that only one reader was told', () => {
    for (const path of ['/staff/invitation/', '/feeds/loans/', '/feeds/searches/', '/searches/stop/'])
      expect(loggedPath(`${path}c2VjcmV0.ics`)).to.equal(`${path}…`);
    expect(loggedPath('/works/w1/card.png')).to.equal('/works/w1/card.png');
  });

  it('tells of a search that failed, and not what was looked for or by whom', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const engines = [testEnvironment().ELASTICSEARCH_URL ?? '', 'http://127.0.0.1:1'];
    const metrics = createMetrics({
      changes: { counts: async () => ({ open: 0, ready: 0, failed: 0 }), oldestWaiting: async () => undefined },
      queues: [],
      notices: { counts: async () => ({ waiting: 0, sending: 0, sent: 0, void: 0, failed: 0 }) },
    });
    const app = new Koa();
    app.use(observe({ logger, metrics }));
    app.use(renderProblems({ logger }));
    app.use(async (ctx) => {
      const client = new Client({ node: engines.shift() ?? '', maxRetries: 0 });
      await client.search({ index: 'there-is-no-such-index', query: { match: { words: String(ctx.query['q']) } } });
    });
    const server = await listen(app, 0);
    try {
      for (const away of [404, 'no connection']) {
        const answer = await fetch(`http://127.0.0.1:${server.port}/search?q=sairaus`, {
          headers: { cookie: 'lastu-home=sysma', 'user-agent': 'Somebody/1' },
        });
        expect(answer.status, String(away)).to.equal(503);
      }
    } finally {
      await server.close();
    }
    const log = lines.join('');
    expect(log).to.include('A request failed').and.include('/search').and.include('index_not_found_exception');
    expect(log).not.to.match(/sairaus|sysma|Somebody/);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { startService, type TestService } from '../support/service.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'operations');
const alerts = readFileSync(join(folder, 'alerts.yml'), 'utf8');
const dashboard: { panels: { id: number; title: string; targets?: { expr: string }[] }[] } = JSON.parse(readFileSync(join(folder, 'grafana-dashboard.json'), 'utf8')); // prettier-ignore

const expressions = [
  ...[...alerts.matchAll(/^ +expr: (.+)$/gm)].map(([, expr = '']) => expr),
  ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];
/** Names of metrics: what stands before labels or a range, or alone, and is neither a function nor a word of PromQL. */
const metricsOf = (expr: string): string[] =>
  [...expr.replaceAll(/\{[^}]*\}/g, '').replaceAll(/(by|without) ?\([^)]*\)/g, '').matchAll(/[a-z][a-z0-9_]{3,}(?![a-z0-9_(]| ?\()/g)]
    .map(([name]) => name)
    .filter((name) => name.includes('_') && !name.endsWith('_over_time')); // prettier-ignore

describe('The dashboard and the alert rules for operators', function () {
  this.timeout(120_000);
  let service: TestService;
  let given = '';
  before(async () => {
    service = await startService({ fill: async () => undefined });
    await fetch(`${service.url}/api/v1/search?q=kissa`);
    await fetch(`${service.url}/search?q=kissa`, { headers: { accept: 'text/html' } });
    given = await (await fetch(`${service.url}/metrics`)).text();
  });
  after(() => service?.stop());

  it('ask for nothing that the service does not tell', () => {
    const names = new Set(expressions.flatMap(metricsOf));
    expect([...names]).to.include.members(['lastu_changes', 'lastu_http_request_duration_seconds_bucket']);
    const told = new Set([...given.matchAll(/^([a-z][a-z0-9_]*)[{ ]/gm)].map(([, name]) => name));
    // what is told of letters and changes, and of pauses of the engine, waits for the first of them
    const typed = new Set([...given.matchAll(/^# TYPE (\S+)/gm)].flatMap(([, name]) => [name, `${name}_sum`, `${name}_count`])); // prettier-ignore
    expect([...names].filter((name) => !told.has(name) && !typed.has(name))).to.deep.equal([]);
  });

  it('choose by labels and values that are there', () => {
    for (const expr of expressions)
      for (const [, route = ''] of expr.matchAll(/route=~"([^"]+)"/g))
        for (const one of route.split('|')) expect(given, expr).to.include(`route="${one}"`);
    for (const state of ['open', 'ready', 'failed']) expect(given).to.include(`lastu_changes{state="${state}"}`);
    const states = expressions.flatMap((expr) => [...expr.matchAll(/(lastu_\w+)\{state="(\w+)"/g)].map(([, metric, state]) => `${metric}{state="${state}"`)); // prettier-ignore
    for (const one of new Set(states)) expect(given, one).to.include(one);
  });

  it('say what to do, and each panel stands by itself', () => {
    const named = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    expect(new Set(named).size).to.equal(named.length).and.be.greaterThan(9);
    expect([...alerts.matchAll(/summary: /g)]).to.have.length(named.length);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).to.equal(dashboard.panels.length);
  });

  it('lead from an answer to its line in the log', async () => {
    const answer = await fetch(`${service.url}/api/v1/works/none`);
    expect(answer.headers.get('x-request-id')).to.match(/^[0-9a-f-]{36}$/);
  });
});

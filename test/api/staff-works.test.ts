import { expect } from 'chai';
import { startService, type TestService } from '../support/service.ts';

const token = 'a-token-of-the-staff';

describe('what staff decide about works, by the API', () => {
  let closed: TestService;
  let service: TestService;
  before(async () => {
    closed = await startService({ fill: async () => undefined });
    service = await startService({ staffToken: token });
  });
  after(() => Promise.all([closed?.stop(), service?.stop()]));

  const authorization = `Bearer ${token}`;
  const send = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${service.url}/api/v1/staff${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const get = (path: string) => fetch(`${service.url}${path}`, { headers: { authorization }, redirect: 'manual' });
  const idOf = async (q: string): Promise<string> => {
    const answer = await get(`/api/v1/search?q=${encodeURIComponent(q)}&size=1`);
    return (await answer.json()).items[0].id;
  };

  const paths = ['/works/merge', '/works/w1/split', '/work-decisions/1/undo'];

  it('knows no token while none is configured, and asks whoever brings none to log in', async () => {
    for (const path of paths) {
      const answer = await fetch(`${closed.url}/api/v1/staff${path}`, { method: 'POST', headers: { authorization } });
      expect(answer.status, path).to.equal(404);
    }
    expect((await fetch(`${closed.url}/api/v1/staff/works/w1/decisions`)).status).to.equal(401);
  });

  it('asks for the token as a bearer token: no browser sends that by itself', async () => {
    const basic = `Basic ${Buffer.from(`staff:${token}`).toString('base64')}`;
    for (const given of ['', 'Bearer wrong', 'Bearer', basic]) {
      for (const path of paths) {
        const answer = await send(path, {}, { authorization: given });
        expect(answer.status, `${path} ${given}`).to.equal(401);
        expect(answer.headers.get('www-authenticate')).to.match(/^Bearer/);
      }
    }
  });

  it('names every mistake of a body', async () => {
    const answer = await send('/works/merge', { into: '', works: ['a', 1], more: true });
    expect(answer.status).to.equal(400);
    const { errors } = await answer.json();
    expect(errors.map((one: { pointer: string }) => one.pointer)).to.have.members(['/into', '/works/1', '/more']);
  });

  it('takes JSON only, whole and of a decent size', async () => {
    expect(
      (await send('/works/merge', 'into=a', { 'content-type': 'application/x-www-form-urlencoded' })).status,
    ).to.equal(415);
    expect((await send('/works/merge')).status).to.be.oneOf([400, 415]);
    expect((await send('/works/merge', '{"into":')).status).to.equal(400);
    expect((await send('/works/merge', '"text"')).status).to.equal(400);
    expect((await send('/works/merge', { into: 'a', works: ['x'.repeat(2_000_000)] })).status).to.equal(413);
  });

  it('merges, leads old addresses to the work, tells of it and takes it back', async () => {
    const [kalevala, sinuhe] = [await idOf('kalevala'), await idOf('sinuhe egyptiläinen')];
    const answer = await send('/works/merge', { into: kalevala, works: [sinuhe] });
    expect(answer.status).to.equal(200);
    const decision = await answer.json();
    expect(decision).to.include({ kind: 'merge', by: 'staff', into: kalevala });

    expect((await (await get(`/api/v1/works/${sinuhe}`)).json()).id).to.equal(kalevala);
    const page = await get(`/works/${sinuhe}?lang=sv`);
    expect(page.status).to.equal(301);
    expect(page.headers.get('location')).to.equal(`/works/${kalevala}?lang=sv`);
    const told = await (await get(`/api/v1/staff/works/${sinuhe}/decisions`)).json();
    expect(told.items[0]).to.deep.equal(decision);

    const again = await send('/works/merge', { into: kalevala, works: [sinuhe] });
    expect(again.status).to.equal(409);
    const refused = await again.json();
    expect(refused.type).to.equal('urn:lastu:problem:decision-impossible');
    expect(refused.errors[0].pointer).to.equal('/works/0');

    const undo = await send(`/work-decisions/${decision.id}/undo`);
    expect(undo.status).to.equal(200);
    expect((await (await get(`/api/v1/works/${sinuhe}`)).json()).id).to.equal(sinuhe);
    expect((await send(`/work-decisions/${decision.id}/undo`)).status).to.equal(409);
  });

  it('splits a work, and refuses to take what was decided before it back first', async () => {
    const kalevala = await idOf('kalevala');
    const { editions } = await (await get(`/api/v1/works/${kalevala}`)).json();
    const [first, second] = editions.map((one: { recordId: string }) => one.recordId);
    const one = await (await send(`/works/${kalevala}/split`, { records: [first] })).json();
    const two = await (await send(`/works/${kalevala}/split`, { records: [second] })).json();
    expect((await (await get(`/api/v1/works/${one.into}`)).json()).editions).to.have.length(1);
    const early = await send(`/work-decisions/${one.id}/undo`);
    expect(early.status).to.equal(409);
    expect((await early.json()).type).to.equal('urn:lastu:problem:decision-superseded');
    for (const { id } of [two, one]) expect((await send(`/work-decisions/${id}/undo`)).status).to.equal(200);
    const whole = await (await get(`/api/v1/works/${kalevala}`)).json();
    expect(whole.editions).to.have.length(editions.length);
  });

  it('says plainly what is not there', async () => {
    const merge = await send('/works/merge', { into: 'w0', works: ['w1'] });
    expect((await merge.json()).errors.map((one: { pointer: string }) => one.pointer)).to.deep.equal([
      '/into',
      '/works/0',
    ]);
    for (const [answer, type] of [
      [await send('/works/w0/split', { records: ['x'] }), 'work-not-found'],
      [await send('/work-decisions/99999/undo'), 'decision-not-found'],
      [await send('/work-decisions/x/undo'), 'decision-not-found'],
      [await get('/api/v1/staff/works/w0/decisions'), 'work-not-found'],
    ] as const) {
      expect(answer.status, type).to.equal(404);
      expect((await answer.json()).type).to.equal(`urn:lastu:problem:${type}`);
    }
  });

  it('stands in the OpenAPI document with its bodies and its token', async () => {
    const { paths: described, components } = await (await get('/api/v1/openapi.json')).json();
    const merge = described['/staff/works/merge'].post;
    expect(merge.security).to.deep.equal([{ staff: [] }, { staffSession: ['staff'] }]);
    expect(merge.requestBody.content['application/json'].schema.required).to.deep.equal(['into', 'works']);
    expect(described['/staff/works/{id}/decisions']).to.have.all.keys('get');
    expect(components.securitySchemes.staff).to.include({ type: 'http', scheme: 'bearer' });
  });

  it('is for no other site', async () => {
    const answer = await fetch(`${service.url}/api/v1/staff/works/merge`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.headers.has('access-control-allow-origin')).to.equal(false);
  });
});

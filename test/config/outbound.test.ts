import { createServer, type Server } from 'node:http';
import { expect } from 'chai';
import { checkedUrl, isPrivate, openOutbound } from '../../config/outbound.ts';

describe('requests to addresses that staff have typed', () => {
  let server: Server;
  let port: number;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const target = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
      if (target === null) return void response.end('here');
      response.writeHead(302, { location: target }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = address !== null && typeof address === 'object' ? address.port : 0;
  });
  afterEach(() => server.close());

  const outcome = (privateHosts: string[], url: string) =>
    openOutbound({ privateHosts })(url).then(
      async ({ body }) => String(await body.toArray()),
      (error: Error) => error.name,
    );

  it('go to http and https only, and bring no password', () => {
    for (const wrong of [
      'ftp://example.org/a',
      'file:///etc/passwd',
      'gopher://x',
      'javascript:1',
      'nothing',
      'http://a:b@example.org/',
    ])
      // prettier-ignore
      expect(() => checkedUrl(wrong), wrong).to.throw().with.property('name', 'ForbiddenAddress');
    expect(checkedUrl('https://example.org/oai').host).to.equal('example.org');
  });

  it('never reach this house’s own network, however the address is written or led to', async () => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '0', '[::ffff:127.0.0.1]'];
    for (const host of hosts) expect(await outcome([], `http://${host}:${port}/`), host).to.equal('ForbiddenAddress');
    expect(asked).to.deep.equal([]);
    const onward = `http://127.0.0.1:${port}/?to=${encodeURIComponent(`http://localhost:${port}/inside`)}`;
    expect(await outcome(['127.0.0.1'], onward), 'by a redirection').to.equal('ForbiddenAddress');
    expect(asked).to.have.length(1);
  });

  it('reach hosts of it that the operator has named', async () => {
    expect(await outcome(['localhost'], `http://localhost:${port}/`)).to.equal('here');
    expect(await outcome(['*'], `http://127.0.0.1:${port}/?to=/further`)).to.equal('here');
    const forever = `http://127.0.0.1:${port}/?to=`;
    expect(await outcome(['*'], forever + encodeURIComponent('/?to=/?to=/')), 'a few redirections').to.equal('here');
  });

  it('know private addresses of both kinds', () => {
    const inside = ['10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255', '::', '::1', 'fe80::1%eth0', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::']; // prettier-ignore
    for (const address of inside) expect(isPrivate(address), address).to.equal(true);
    for (const address of ['128.214.1.1', '193.166.3.2', '2001:708:10::1']) expect(isPrivate(address), address).to.equal(false); // prettier-ignore
  });
});

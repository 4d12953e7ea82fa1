import { expect } from 'chai';
import Koa from 'koa';
import { clientAddress } from '../../api/middleware/client-address.ts';
import { listen } from '../../api/server.ts';
import { readTrustedProxies, type TrustedProxies } from '../../config/trusted-proxies.ts';

/** What the service takes a client's address to be that comes from 127.0.0.1 with such a header. */
async function seen(trust: string, forwarded?: string): Promise<string> {
  const trusted = readTrustedProxies(trust);
  if ('wrong' in trusted) throw new Error(trusted.wrong);
  const app = new Koa();
  app.use(clientAddress(trusted));
  app.use((ctx) => {
    ctx.body = ctx.ip;
  });
  const server = await listen(app, 0);
  try {
    const headers = new Headers();
    if (forwarded !== undefined) headers.set('x-forwarded-for', forwarded);
    return await (await fetch(`http://127.0.0.1:${server.port}/`, { headers })).text();
  } finally {
    await server.close();
  }
}

describe('the address that guesses are counted under', () => {
  it('is that of the connection, whatever anybody writes, while no proxy is trusted', async () => {
    expect(await seen('')).to.equal('127.0.0.1');
    expect(await seen('0', '203.0.113.1')).to.equal('127.0.0.1');
  });

  it('is what the nearest proxy says, and not what the client has told that one', async () => {
    expect(await seen('1', '203.0.113.1')).to.equal('203.0.113.1');
    expect(await seen('1', '198.51.100.66, 203.0.113.1')).to.equal('203.0.113.1');
    expect(await seen('2', '198.51.100.66, 203.0.113.1, 10.0.0.2')).to.equal('203.0.113.1');
  });

  it('is the nearest that is in none of our networks', async () => {
    const ours = '127.0.0.0/8 10.0.0.0/8 fd00::/8';
    expect(await seen(ours, '198.51.100.66, 203.0.113.1, 10.0.0.2, fd00::7')).to.equal('203.0.113.1');
    expect(await seen('10.0.0.0/8', '203.0.113.1')).to.equal('127.0.0.1');
    expect(await seen(ours, '10.9.9.9')).to.equal('10.9.9.9');
  });

  it('is that of the proxy where it says nothing, or nothing that makes sense', async () => {
    expect(await seen('1')).to.equal('127.0.0.1');
    expect(await seen('1', 'unknown')).to.equal('127.0.0.1');
    expect(await seen('3', '203.0.113.1, nonsense, 10.0.0.2')).to.equal('10.0.0.2');
  });

  it('is read with ports, and of IPv6 as the network that one client has', async () => {
    expect(await seen('1', '203.0.113.1:5123')).to.equal('203.0.113.1');
    expect(await seen('1', '::ffff:203.0.113.1')).to.equal('203.0.113.1');
    const one = await seen('1', '2001:db8:1:2:aaaa:bbbb:cccc:dddd');
    expect(one).to.equal('2001:db8:1:2::/64');
    expect(await seen('1', '[2001:db8:1:2::9]:443')).to.equal(one);
    expect(await seen('1', '2001:db8:1:3::9')).not.to.equal(one);
  });

  it('is set up with a number or with addresses, and mistakes are named', () => {
    const read = (text: string): TrustedProxies | { wrong: string } => readTrustedProxies(text);
    expect(read('')).to.deep.equal({ hops: 0 });
    expect(read('10.0.0.1,fd00::/8')).to.deep.equal({
      networks: [
        { address: '10.0.0.1', prefix: 32, family: 'ipv4' },
        { address: 'fd00::', prefix: 8, family: 'ipv6' },
      ],
    });
    for (const wrong of ['yes', '11', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example', '1 10.0.0.1'])
      expect(read(wrong), wrong).to.have.property('wrong');
  });
});

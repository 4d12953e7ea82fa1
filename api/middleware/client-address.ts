import { BlockList, isIP } from 'node:net';
import type { Middleware } from 'koa';
import type { TrustedProxies } from '../../config/trusted-proxies.ts';

/**
 * Makes `ctx.ip` the address that guesses are counted under: the first one, seen from here, that no trusted proxy of ours has.
 * What a client writes into `X-Forwarded-For` itself stands further away and is never believed.
 */
export function clientAddress(trusted: TrustedProxies): Middleware {
  const isTrusted = trustIn(trusted);
  return function addressed(ctx, next) {
    const told = ctx.get('x-forwarded-for').split(',').map(withoutPort);
    const chain = [...told, withoutPort(ctx.req.socket.remoteAddress ?? '')];
    ctx.request.ip = networkOf(nearestStranger(chain, isTrusted));
    return next();
  };
}

/** Of the addresses of a chain, the last being the nearest: the nearest that is not trusted, or the farthest that makes sense. */
function nearestStranger(chain: readonly string[], isTrusted: (address: string, hop: number) => boolean): string {
  let farthest = '';
  for (const [hop, address] of chain.toReversed().entries()) {
    if (isIP(address) === 0) return farthest;
    if (!isTrusted(address, hop)) return address;
    farthest = address;
  }
  return farthest;
}

function trustIn(trusted: TrustedProxies): (address: string, hop: number) => boolean {
  if ('hops' in trusted) return (_, hop) => hop < trusted.hops;
  const list = new BlockList();
  for (const { address, prefix, family } of trusted.networks) list.addSubnet(address, prefix, family);
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Some proxies write ports, and sockets of both families write IPv4 within IPv6. */
function withoutPort(written: string): string {
  const text = written.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  const bracketed = /^\[([^\]]+)\]/.exec(text)?.[1];
  return bracketed ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

/** Whoever has one address of IPv6 has as many as they like: they are counted by the network they are given, 64 bits of it. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** An answer of another service, its body decompressed where it was compressed on the way only. */
export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
  readonly body: Readable;
}

/** Asks another service by GET, following redirections. @throws ForbiddenAddress, and what the network throws */
export type Outbound = (url: string, options?: { readonly signal?: AbortSignal }) => Promise<OutboundAnswer>;

/** An address that is not to be asked: no http, or of this house's own network. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

const mostRedirections = 5;
/** Silence for this long ends a request: a list may take its time, but says something meanwhile. */
const silenceMs = 60_000;

/**
 * Requests to addresses that staff have typed. Only http and https, and nothing that answers from a private address, unless
 * its host is among `privateHosts` (`*` for all): what is checked is the very address that is then connected to, for every
 * redirection anew, so that no name server can lead inside.
 */
export function openOutbound({ privateHosts = [] }: { privateHosts?: readonly string[] } = {}): Outbound {
  const mayBePrivate = (host: string) => privateHosts.includes('*') || privateHosts.includes(host.toLowerCase());

  async function ask(address: string, signal: AbortSignal | undefined, left: number): Promise<OutboundAnswer> {
    const url = checkedUrl(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const isOpen = mayBePrivate(host);
    if (!isOpen && isIP(host) !== 0 && isPrivate(host)) throw new ForbiddenAddress(`${host} is a private address`);
    const answer = await send(url, { signal, lookup: isOpen ? undefined : publicOnly });
    const { statusCode: status = 0, headers } = answer;
    if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
      answer.destroy();
      if (left === 0) throw new Error(`${address} redirects too often`);
      return ask(new URL(headers.location, url).href, signal, left - 1);
    }
    return { status, headers, url: url.href, body: decompressed(answer) };
  }

  return (url, { signal } = {}) => ask(url, signal, mostRedirections);
}

/** @throws ForbiddenAddress */
export function checkedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new ForbiddenAddress('The address must begin with http:// or https://');
  if (url.username !== '' || url.password !== '') throw new ForbiddenAddress('The address must hold no password');
  return url;
}

function send(url: URL, { signal, lookup }: { signal: AbortSignal | undefined; lookup: LookupFunction | undefined }) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
    url,
    {
      agent: false,
      timeout: silenceMs,
      headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'LASTU' },
      ...(signal && { signal }),
      ...(lookup && { lookup }),
    },
    resolve,
  );
  request.on('timeout', () => request.destroy(new Error(`${url.host} has not answered for ${silenceMs / 1_000} s`)));
  request.on('error', reject);
  request.end();
  return promise;
}

const publicOnly: LookupFunction = (host, options, done) => {
  resolveName(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const inside = error ? undefined : addresses.find(({ address }) => isPrivate(address));
    if (error) done(error, '', 4);
    else if (inside) done(new ForbiddenAddress(`${host} leads to a private address`), '', 4);
    else if (options.all) done(null, addresses);
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4);
  });
};

function decompressed(answer: IncomingMessage): Readable {
  const encoding = answer.headers['content-encoding']?.toLowerCase();
  if (encoding === 'gzip' || encoding === 'x-gzip') return pipeline(answer, createGunzip(), () => undefined);
  if (encoding === 'deflate') return pipeline(answer, createInflate(), () => undefined);
  if (encoding === 'br') return pipeline(answer, createBrotliDecompress(), () => undefined);
  return answer;
}

/**
 * IANA's special-purpose addresses (RFC 6890 and its registries), and those that lead to an IPv4 address inside another. Node
 * holds IPv4-mapped ones to the rules of IPv4.
 */
const special = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) special.addSubnet(network, bits, 'ipv4'); // prettier-ignore
for (const [network, bits] of [
  ['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32],
  ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
] as const) special.addSubnet(network, bits, 'ipv6'); // prettier-ignore

/** Whether an IP address belongs to no host of the public internet. Pure. */
export const isPrivate = (address: string): boolean =>
  special.check(address.replace(/%.*$/, ''), isIP(address) === 6 ? 'ipv6' : 'ipv4');

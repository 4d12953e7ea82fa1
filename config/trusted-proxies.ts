import { isIP } from 'node:net';

/** Proxies whose word is taken for whom a request comes from: so many of them in a row, or those in these networks. */
export type TrustedProxies = { readonly hops: number } | { readonly networks: readonly Network[] };
interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

const mostHops = 10;

/** Reads `1`, or `10.0.0.0/8 192.0.2.7 fd00::/8`; what is wrong is told in words. */
export function readTrustedProxies(text: string): TrustedProxies | { readonly wrong: string } {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const [first = '0'] = words;
  if (words.length <= 1 && /^\d+$/.test(first)) {
    return Number(first) <= mostHops
      ? { hops: Number(first) }
      : { wrong: `names ${mostHops} proxies in a row at most` };
  }
  const networks = words.map(readNetwork);
  const unknown = words.find((_, nth) => networks[nth] === undefined);
  if (unknown !== undefined) return { wrong: `must be a number of proxies, or their addresses; ${unknown} is neither` };
  return { networks: networks.filter((network) => network !== undefined) };
}

function readNetwork(word: string): Network | undefined {
  const [address = '', length, ...rest] = word.split('/');
  const version = isIP(address);
  const longest = version === 6 ? 128 : 32;
  const prefix = length === undefined ? longest : /^\d{1,3}$/.test(length) ? Number(length) : Infinity;
  if (version === 0 || rest.length > 0 || prefix > longest) return undefined;
  return { address, prefix, family: version === 6 ? 'ipv6' : 'ipv4' };
}

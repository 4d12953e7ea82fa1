import { municipalities } from './region/municipalities.ts';

/** A site of a municipality in which the widgets may stand. */
export interface WidgetOrigin {
  readonly municipality: string;
  /** As browsers send it: scheme, host and port, no slash at its end. */
  readonly origin: string;
}

/** The origin that an address names, as browsers send it; undefined where it names none, or more than one. */
export function originOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.origin === address.replace(/\/$/, '') ? url.origin : undefined;
}

/**
 * Reads `lahti=https://www.lahti.fi https://kirjasto.lahti.fi heinola=https://www.heinola.fi`: after a municipality's id its
 * origins, by spaces. Gives what is wrong with it in words.
 */
export function readWidgetOrigins(text: string): readonly WidgetOrigin[] | { readonly wrong: string } {
  const origins: WidgetOrigin[] = [];
  let municipality: string | undefined;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, named, address = ''] = /^(?:([a-z]+)=)?(.*)$/.exec(word) ?? [];
    municipality = named ?? municipality;
    if (!municipalities.some(({ id }) => id === municipality))
      return { wrong: `must name a municipality before each list of origins, not "${named ?? word}"` };
    const origin = originOf(address);
    if (origin === undefined) return { wrong: `must hold origins such as https://www.lahti.fi, not "${address}"` };
    origins.push({ municipality: municipality ?? '', origin });
  }
  return origins;
}

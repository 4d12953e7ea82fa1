import { html, nothing, type TemplateResult } from 'lit';
import { icon, icons } from '../icons.ts';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';

/** The page elsewhere that a reader has come from. */
export interface WayBack {
  readonly href: string;
  readonly host: string;
  /** The municipality whose site it is, where we know it. */
  readonly municipality: string | undefined;
}

/** A link back to it, before all else of the page. */
export function wayBackPart({ t, locale }: Reader, back: WayBack | undefined): TemplateResult | typeof nothing {
  if (!back) return nothing;
  const { href, host, municipality } = back;
  const site = municipality === undefined ? host : `${municipalityName(municipality, locale)}, ${host}`;
  return html`<p class="way-back"><a href=${href}>${icon(icons.left)}${t('site.back', { site })}</a></p>`;
}

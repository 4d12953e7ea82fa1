import { css, html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../../domain/catalogue/schema.ts';
import type { Availability } from '../../../domain/discovery/schema.ts';
import { standingIcon, type Standing } from '../../icons.ts';
import { standingOf, type Home } from '../../search/home.ts';
import { define, ground, LastuElement } from '../element.ts';

/**
 * Where a work can be had now: in the reader's own libraries first, then in the rest of the region. Three meanings (here,
 * elsewhere, out), told by shape and words, and by colour besides.
 *
 * @property availability - copies by branch
 * @property formats - formats of the work: what is on the net is never on loan
 * @property home - the reader's own libraries, absent where none is chosen
 * @csspart line - each of the one or two lines
 */
export class LastuAvailability extends LastuElement {
  static override styles = [
    ground,
    css`
      :host {
        font-size: var(--small);
        line-height: 1.4;
      }
      .line {
        display: flex;
        gap: 0.4em;
        align-items: baseline;
      }
      .line + .line {
        margin-top: 0.1em;
      }
      .icon {
        transform: translateY(0.22em);
      }
      .here {
        color: var(--here);
        font-weight: 600;
      }
      .elsewhere {
        color: var(--elsewhere);
      }
      .out {
        color: var(--out);
      }
      .count {
        font-weight: 400;
      }
    `,
  ];
  static override properties = {
    ...LastuElement.properties,
    availability: { attribute: false },
    formats: { attribute: false },
    home: { attribute: false },
  };

  declare availability: Availability;
  declare formats: readonly Format[];
  declare home: Home | undefined;

  constructor() {
    super();
    this.availability = { total: 0, available: 0, branches: [] };
    this.formats = [];
  }

  protected override render(): TemplateResult {
    return html`${this.#lines().map(
      ({ standing, words, count }) =>
        html`<p class="line ${standing}" part="line">
          ${standingIcon(standing)}<span>${words}${count ? html`<span class="count">, ${count}</span>` : nothing}</span>
        </p>`,
    )}`;
  }

  #lines(): { standing: Standing; words: string; count?: string }[] {
    const { t } = this.reader;
    const { availability, home } = this;
    if (availability.total === 0) {
      const online = this.formats.some(
        (format) => format === 'ebook' || format === 'eaudiobook' || format === 'online',
      );
      return [{ standing: online ? 'here' : 'out', words: t(online ? 'availability.online' : 'availability.none') }];
    }
    const { here, elsewhere } = standingOf(availability, home);
    const copies = (n: number) => t('availability.hereCount', { n });
    const away = elsewhere.available > 0;
    if (!home || !here) {
      const words = away ? t('availability.region', { n: elsewhere.branches }) : t('availability.out');
      return [{ standing: away ? 'elsewhere' : 'out', words, ...(away && { count: copies(elsewhere.available) }) }];
    }
    const place = home.name;
    const own =
      here.available > 0
        ? { standing: 'here' as const, words: t('availability.here', { place }), count: copies(here.available) }
        : {
            standing: 'out' as const,
            words: t(here.total > 0 ? 'availability.hereOut' : 'availability.notOwned', { place }),
          };
    if (elsewhere.total === 0) return [own];
    const other = away
      ? { standing: 'elsewhere' as const, words: t('availability.elsewhere', { n: elsewhere.branches }) }
      : { standing: 'out' as const, words: t('availability.elsewhereOut') };
    return [own, other];
  }
}

define('lastu-availability', LastuAvailability);

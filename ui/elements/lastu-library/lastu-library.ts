import { html, nothing, type TemplateResult } from 'lit';
import { municipalities } from '../../../config/region/municipalities.ts';
import { icon, icons } from '../../icons.ts';
import { municipalityName } from '../../labels.ts';
import { noWish, searchAddress, searchParameters } from '../../search/address.ts';
import { homeName, homeOfBranch, placeOf, type Place } from '../../search/home.ts';
import { linkParameters, type Links } from '../../search/links.ts';
import { ownBranches } from '../../search/places.ts';
import type { Wish } from '../../search/state.ts';
import { define, ground, LastuElement } from '../element.ts';
import { styles } from './styles.ts';

/** What `lastu-library` tells: the library chosen, nothing where it was taken back, and whether the device shall remember it. */
export interface LibraryDetail {
  readonly home: string | undefined;
  readonly remember: boolean;
}

/**
 * What can be had now: in the reader's own library with one tap, once they have said which it is, and anywhere. The library is
 * chosen in a plain form, so that it works without scripts; it is remembered on the device only where the reader asks for it.
 *
 * @property wish - the search the links start from
 * @property links - what its links keep
 * @property remembered - the branch or municipality this device remembers
 * @fires lastu-library - {@link LibraryDetail}, when a library is chosen; cancelling it keeps the browser from loading the page
 * @csspart now - the link to what stands on the shelf in the reader's own library
 * @csspart anywhere - the link to what is available in any library
 * @csspart choose - what opens the choice of a library
 */
class LastuLibrary extends LastuElement {
  static override styles = [ground, styles];
  static override properties = {
    ...LastuElement.properties,
    wish: { attribute: false },
    links: { attribute: false },
    remembered: { attribute: false },
  };

  declare wish: Wish;
  declare links: Links | undefined;
  declare remembered: string | undefined;

  constructor() {
    super();
    this.wish = noWish;
  }

  protected override render(): TemplateResult {
    const { t, locale } = this.reader;
    const { wish, links } = this;
    const home = links?.home ?? this.remembered;
    const start = { ...wish, page: 1, after: undefined };
    const place = placeOf(home);
    const here = place && nowIn(start, place);
    const isHere = here !== undefined && searchAddress(here) === searchAddress(start);
    const anywhere = { ...start, available: !wish.available || isHere };
    return html`
      <h3>${t('library.title')}</h3>
      ${
        here === undefined || home === undefined
          ? nothing
          : this.#toggle(
              'now',
              searchAddress(isHere ? withoutPlace(start) : here, links),
              t('library.now', { place: homeName(home, locale) }),
              isHere,
            )
      }
      ${this.#toggle(
        'anywhere',
        searchAddress(isHere ? { ...withoutPlace(start), available: true } : anywhere, links),
        t('filters.available'),
        wish.available && !isHere,
      )}
      ${this.#choice(home)}
    `;
  }

  #toggle(part: string, address: string, words: string, isOn: boolean): TemplateResult {
    return html`<a
      part=${part}
      class=${isOn ? 'toggle chosen' : 'toggle'}
      href=${address}
      rel="nofollow"
      aria-current=${isOn ? 'true' : nothing}
      ><span class="switch"></span
      ><span
        >${words}${isOn ? html`<span class="unseen">, ${this.reader.t('filters.selected')}</span>` : nothing}</span
      ></a
    >`;
  }

  #choice(home: string | undefined): TemplateResult {
    const { t, locale } = this.reader;
    const kept = [...searchParameters({ ...this.wish, page: 1, after: undefined }), ...linkParameters({ ...this.links, home: undefined })]; // prettier-ignore
    const option = (id: string, name: string) => html`<option value=${id} ?selected=${id === home}>${name}</option>`;
    return html`<details>
      <summary part="choose">
        ${home === undefined ? t('library.choose') : t('library.change')} ${icon(icons.down)}
      </summary>
      <form action="/search" method="get" @submit=${this.#choose}>
        <label>
          <span class="unseen">${t('library.own')}</span>
          <select name="home">
            ${option('', t('library.none'))}
            ${municipalities.map(({ id }) => {
              const own = ownBranches(id);
              const place = municipalityName(id, locale);
              if (own.length === 1) return option(id, own[0]?.name[locale] ?? place);
              return html`<optgroup label=${place}>
                ${option(id, t('library.all', { place }))}
                ${own.map((branch) => option(homeOfBranch(branch.id), branch.name[locale]))}
              </optgroup>`;
            })}
          </select>
        </label>
        <input type="hidden" name="remember" value="no" />
        <label class="remember">
          <input type="checkbox" name="remember" value="yes" ?checked=${this.remembered !== undefined} />
          ${t('library.remember')}
        </label>
        <button>${t('library.save')}</button>
        ${kept.map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
      </form>
    </details>`;
  }

  #choose(event: SubmitEvent): void {
    if (!(event.target instanceof HTMLFormElement)) return;
    const given = new FormData(event.target);
    const home = given.get('home');
    const detail: LibraryDetail = {
      home: typeof home === 'string' && home !== '' ? home : undefined,
      remember: given.getAll('remember').includes('yes'),
    };
    const told = new CustomEvent('lastu-library', { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(told)) event.preventDefault();
    const details = this.renderRoot.querySelector('details');
    if (event.defaultPrevented && details) {
      details.open = false;
      details.querySelector('summary')?.focus();
    }
  }
}

/** The search for what stands on the shelf in a place. */
const nowIn = (wish: Wish, { kind, id }: Place): Wish => ({
  ...withoutPlace(wish),
  available: true,
  [kind]: [id],
});

const withoutPlace = (wish: Wish): Wish => ({ ...wish, available: false, municipality: [], branch: [] });

define('lastu-library', LastuLibrary);

import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import { searchAddress } from '../../search/address.ts';
import type { Wish } from '../../search/state.ts';
import { wishText } from '../../search/wish-text.ts';
import { fieldPart, noticePart } from '../form-parts.ts';
import { accountPage, dayText, hiddenFields, workPart, type AccountState, type ListedWork } from './account.ts';

type SavedWish = Omit<Wish, 'page' | 'size' | 'after'>;
type Channel = 'email' | 'feed';
type Cadence = 'daily' | 'weekly';

export interface ShownSearch {
  readonly id: string;
  readonly name: string;
  readonly wish: SavedWish;
  readonly channel: Channel;
  readonly cadence: Cadence;
  readonly paused: boolean;
  /** Day on which it is looked through next. */
  readonly nextOn: string;
  readonly feedUrl: string;
}

/** Where letters about searches go. */
export interface LetterWay {
  readonly email: string | undefined;
  /** False where the patron has turned them off in the settings. */
  readonly wanted: boolean;
}

/** The saved searches of a patron. */
export function savedSearchesPage(
  state: AccountState,
  { searches, deleted, letters }: { searches: readonly ShownSearch[]; deleted: ShownSearch | undefined; letters: LetterWay }, // prettier-ignore
): TemplateResult {
  const { t } = state.reader;
  const none = html`<p class="lead">${t('saved.none')}</p>
    <p>${t('saved.how')}</p>
    <p><a class="action" href="/search">${t('saved.search')}</a></p>`;
  const byLetter = searches.some(({ channel, paused }) => channel === 'email' && !paused);
  const content = html`
    ${deleted ? undoPart(state, deleted) : nothing}
    <p>${t('saved.intro')}</p>
    ${byLetter ? letterTrouble(state.reader, letters) : nothing}
    ${
      searches.length === 0
        ? none
        : html`<ul class="listing">
              ${searches.map((search) => row(state, search, letters))}
            </ul>
            <p class="quiet">${t('saved.how')}</p>`
    }
  `;
  return accountPage(state, t('saved.title'), content);
}

/** Saving a search: what it is, its name, and how its news come. */
export function saveSearchPage(
  state: AccountState,
  { wish, total, letters }: { wish: SavedWish; total: number | undefined; letters: LetterWay },
): TemplateResult {
  const { reader } = state;
  const { t } = reader;
  const words = whatText(wish, reader);
  const name = whatText({ ...wish, available: false }, reader);
  const channel = letters.email === undefined ? 'feed' : 'email';
  const content = html`
    <dl class="hold-facts">
      <div>
        <dt>${t('saved.what')}</dt>
        <dd><a href=${searchAddress(wish)}>${words}</a></dd>
      </div>
    </dl>
    ${total === undefined ? nothing : html`<p>${t('saved.now', { n: total })} ${wish.available ? t('saved.availableOff') : nothing}</p>`}
    <form method="post" action="/account/searches" class="form">
      ${hiddenFields(state)}
      <input type="hidden" name="search" value=${searchAddress(wish)} />
      ${textFields(state, { id: '', name: name.slice(0, 200), channel, cadence: 'weekly' }, letters)}
      <button class="action" name="do" value="save">${t('saved.save')}</button>
    </form>
  `;
  return accountPage(state, t('saved.new'), content);
}

export interface ShownNews {
  readonly work: ListedWork;
  readonly foundOn: string;
}

/** What a search finds that is new, and what it has found before. `fresh` is absent where search is away. */
export function savedSearchPage(
  state: AccountState,
  { search, fresh, found }: { search: ShownSearch; fresh: readonly ShownNews[] | undefined; found: readonly ShownNews[] }, // prettier-ignore
): TemplateResult {
  const { reader } = state;
  const { t, locale } = reader;
  const works = (all: readonly ShownNews[], dated: boolean) =>
    html`<ul class="listing">
      ${all.map(
        ({ work, foundOn }) =>
          html`<li class="listed">
            <div>
              ${workPart(work)}
              ${dated ? html`<p class="quiet">${t('saved.foundOn', { date: dayText(foundOn, locale) })}</p>` : nothing}
            </div>
          </li>`,
      )}
    </ul>`;
  const content = html`
    ${whatPart(reader, search)}
    <p>${timesText(reader, search)}</p>
    <p class="buttons">
      <a class="second" href=${searchAddress(search.wish)}>${t('saved.open')}</a>
      <a class="second" href="/account/searches">${t('saved.back')}</a>
    </p>
    <section class="group">
      <h2>${t('saved.newTitle')}</h2>
      ${
        fresh === undefined
          ? noticePart({ tone: 'refused', text: t('saved.away') })
          : fresh.length === 0
            ? html`<p>${search.paused ? t('saved.pausedNote') : t('saved.newNone')}</p>`
            : html`<p>${search.channel === 'email' ? t('saved.newIntro') : t('saved.newIntroFeed')}</p>
                ${works(fresh, false)}`
      }
    </section>
    ${
      found.length === 0
        ? nothing
        : html`<section class="group">
            <h2>${t('saved.foundTitle')}</h2>
            ${works(found, true)}
          </section>`
    }
  `;
  return accountPage(state, search.name, content);
}

/** Where the link of a letter leads, whoever follows it: nothing happens before a button is pressed. */
export function stopSearchPage({ t }: Reader, { name, stopped }: { name: string; stopped: boolean }): TemplateResult {
  return html`<div class="narrow">
    <h1>${t('saved.stopTitle')}</h1>
    ${stopped ? noticePart({ tone: 'done', text: t('saved.stopped') }) : html`<p class="lead">${t('saved.stopAsk', { name })}</p>`}
    <form method="post" class="form">
      <button class=${stopped ? 'second' : 'action'} name="do" value=${stopped ? 'resume' : 'stop'}>
        ${stopped ? t('saved.stopUndo') : t('saved.stopYes')}
      </button>
    </form>
    <p class="plain"><a href="/account/searches">${t('saved.back')}</a></p>
  </div>`;
}

function row(state: AccountState, search: ShownSearch, letters: LetterWay): TemplateResult {
  const { reader } = state;
  const { t } = reader;
  const { id, name, channel, feedUrl, paused } = search;
  const act = (what: string, words: string) =>
    html`<button class="second" name="do" value=${what} aria-label=${t('saved.of', { act: words, name })}>
      ${words}
    </button>`;
  return html`<li class="listed" id=${`saved-${id}`}>
    <div>
      <h2 class="listed-title"><a href=${`/account/searches/${id}`}>${name}</a></h2>
      ${whatPart(reader, search)}
      <p>${timesText(reader, search)}</p>
      <p class="plain">
        <a href=${`/account/searches/${id}`} aria-label=${t('saved.of', { act: t('saved.see'), name })}
          >${t('saved.see')}</a
        >
      </p>
    </div>
    <form method="post" action="/account/searches" class="row-acts buttons">
      ${hiddenFields(state)}<input type="hidden" name="id" value=${id} />
      ${paused ? act('resume', t('saved.resume')) : act('pause', t('saved.pause'))} ${act('delete', t('saved.delete'))}
    </form>
    <details class="change">
      <summary>
        <span aria-hidden="true">${t('saved.edit')}</span
        ><span class="unseen">${t('saved.of', { act: t('saved.edit'), name })}</span>
      </summary>
      <form method="post" action="/account/searches" class="form">
        ${hiddenFields(state)}<input type="hidden" name="id" value=${id} /> ${textFields(state, search, letters)}
        <button class="action" name="do" value="change">${t('saved.save')}</button>
      </form>
      ${
        channel === 'feed'
          ? html`<form method="post" action="/account/searches" class="form">
              ${hiddenFields(state)}<input type="hidden" name="id" value=${id} />
              <p class="field">
                <label for=${`feed-${id}`}>${t('saved.feed')}</label
                ><span class="field-hint" id=${`feed-hint-${id}`}>${t('saved.feedHint')}</span>
                <input id=${`feed-${id}`} readonly value=${feedUrl} aria-describedby=${`feed-hint-${id}`} />
              </p>
              ${act('feed', t('saved.feedNew'))}
            </form>`
          : nothing
      }
    </details>
  </li>`;
}

function textFields(
  { reader }: AccountState,
  { id, name, channel, cadence }: Pick<ShownSearch, 'id' | 'name' | 'channel' | 'cadence'>,
  { email }: LetterWay,
): TemplateResult {
  const { t } = reader;
  const choice = (field: string, value: string, chosen: boolean, words: string) =>
    html`<label><input type="radio" name=${field} value=${value} ?checked=${chosen} />${words}</label>`;
  return html`${fieldPart({ id: `name-${id}`, name: 'name', label: t('saved.name'), value: name, required: true })}
    <fieldset class="checks">
      <legend>${t('saved.channel')}</legend>
      ${choice('channel', 'email', channel === 'email', email === undefined ? t('saved.channel.email') : `${t('saved.channel.email')}: ${email}`)}
      ${email === undefined ? html`<p class="field-hint">${t('saved.noEmail')} <a href="/account/settings#contact">${t('saved.addEmail')}</a></p>` : nothing}
      ${choice('channel', 'feed', channel === 'feed', t('saved.channel.feed'))}
    </fieldset>
    <fieldset class="checks">
      <legend>${t('saved.cadence')}</legend>
      ${(['daily', 'weekly'] as const).map((one) => choice('cadence', one, cadence === one, t(`saved.cadence.${one}`)))}
    </fieldset>`;
}

const whatText = (wish: SavedWish, reader: Reader): string =>
  wishText(wish, reader).join(' · ') || reader.t('saved.everything');

/** What is searched for, where the name does not say the same. */
function whatPart(reader: Reader, { wish, name }: ShownSearch): TemplateResult | typeof nothing {
  const words = whatText(wish, reader);
  return words === name ? nothing : html`<p class="quiet">${words}</p>`;
}

/** How and when its news come. */
function timesText({ t, locale }: Reader, { channel, cadence, paused, nextOn }: ShownSearch): TemplateResult | string {
  if (paused) return html`<strong>${t('saved.paused')}</strong>`;
  return `${t(`saved.channel.${channel}`)}. ${t(`saved.cadence.${cadence}`)}. ${t('saved.next', { date: dayText(nextOn, locale) })}.`;
}

/** Letters that will not come, and how they would. */
function letterTrouble({ t }: Reader, { email, wanted }: LetterWay): TemplateResult | typeof nothing {
  if (email !== undefined && wanted) return nothing;
  const [text, way] = email === undefined ? [t('saved.noEmail'), t('saved.addEmail')] : [t('saved.lettersOff'), t('saved.lettersOn')]; // prettier-ignore
  return html`<p class="told refused">${text} <a href="/account/settings">${way}</a></p>`;
}

function undoPart(state: AccountState, { id, name }: ShownSearch): TemplateResult {
  const { t } = state.reader;
  return html`<div class="told" role="status">
    <form method="post" action="/account/searches" class="buttons">
      ${hiddenFields(state)}<input type="hidden" name="id" value=${id} />
      <span>${t('saved.deletedNote', { name })}</span>
      <button class="second" name="do" value="restore">${t('saved.undo')}</button>
    </form>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { SearchWeights, WeighedThing, WeightVersion } from '../../domain/search-weights/schema.ts';
import type { AnswerComparison } from '../../indexer/relevance/compare-answers.ts';
import type { Reader } from '../messages/messages.ts';
import { shortTime } from '../staff/words.ts';
import { choicePart, fieldPart, noticePart, textAreaPart } from './form-parts.ts';

export interface WeightsState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly things: readonly WeighedThing[];
  readonly steps: readonly (-2 | -1 | 0 | 1 | 2)[];
  /** What stands in the form: what is in use, or what was chosen. */
  readonly draft: SearchWeights;
  readonly queries: string;
  /** How many searches are tried at most. */
  readonly most: number;
  readonly mayUse: boolean;
  readonly versions: readonly WeightVersion[];
  /** Names of who has made them. */
  readonly names: ReadonlyMap<string, string>;
  readonly tried?: AnswerComparison | undefined;
  readonly told?: string | undefined;
}

/** How searches are weighed, what other weights would change, and those that were in use before. Works without scripts. */
export function weightsPage(state: WeightsState): TemplateResult {
  const { reader, csrfToken, things, draft, queries, most, mayUse, versions, names, tried, told } = state;
  const { t, locale } = reader;
  const [current] = versions;
  return html`<div class="region weights">
    <p>
      ${
        current
          ? t('weights.inUse', { version: String(current._id), by: names.get(current.by) ?? current.by, date: shortTime(current.at.toISOString(), locale) }) // prettier-ignore
          : t('weights.plain')
      }
    </p>
    <p class="quiet">${t('weights.explain')}</p>
    ${noticePart(told === undefined ? undefined : { tone: 'refused', text: told })}
    <form method="post" action="/staff/weights">
      <input type="hidden" name="csrf" value=${csrfToken} />
      <input type="hidden" name="version" value=${current?._id ?? 0} />
      <div class="weights-grid">
        ${things.map((thing) =>
          choicePart({
            name: thing,
            label: t(`weights.thing.${thing}`),
            options: optionsOf(state, thing),
            chosen: String(draft[thing]),
          }),
        )}
      </div>
      ${textAreaPart({ id: 'queries', name: 'queries', label: t('weights.queries'), hint: t('weights.queries.hint', { most }), value: queries, rows: 3, longest: 2_000 })}
      <p class="weights-acts">
        <button class=${tried ? 'second' : 'action'} name="do" value="try">${t('weights.try')}</button>
      </p>
      ${tried ? triedPart(reader, tried) : nothing}
      ${
        mayUse
          ? html`${fieldPart({ name: 'note', label: t('weights.note'), longest: 200 })}
              <p class="weights-acts">
                <button class=${tried ? 'action' : 'second'} name="do" value="use">${t('weights.use')}</button>
              </p>`
          : html`<p class="quiet">${t('weights.adminsOnly')}</p>`
      }
    </form>
    ${versionsPart(state)}
  </div>`;
}

function optionsOf({ reader: { t }, steps }: WeightsState, thing: WeighedThing): (readonly [string, string])[] {
  if (thing === 'newness') return ([0, 1, 2] as const).map((step) => [String(step), t(`weights.newness.${step}`)]);
  return steps.map((step) => [String(step), t(`weights.step.${step}`)]);
}

function triedPart({ t, locale }: Reader, tried: AnswerComparison): TemplateResult {
  const { searches, same, ndcgBefore, ndcgAfter, differences } = tried;
  const figure = (value: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 3 }).format(value); // prettier-ignore
  return html`<section aria-labelledby="tried">
    <h2 id="tried">${t('weights.tried')}</h2>
    <p role="status">
      ${t('weights.tried.note')} ${searches === 0 ? t('weights.none') : t('weights.same', { same, searches })}
    </p>
    ${
      ndcgBefore === undefined || ndcgAfter === undefined
        ? nothing
        : html`<p>${t('weights.figure', { before: figure(ndcgBefore), after: figure(ndcgAfter) })}</p>
            ${ndcgAfter < ndcgBefore - 0.005 ? html`<p class="partial">${t('weights.worse')}</p>` : nothing}`
    }
    ${
      differences.length === 0
        ? nothing
        : html`<div class="region-table" tabindex="0" role="group" aria-labelledby="tried">
            <table class="weights-moves">
              <thead>
                <tr>
                  <th scope="col">${t('weights.query')}</th>
                  <th scope="col">${t('weights.moved')}</th>
                </tr>
              </thead>
              <tbody>
                ${differences.map(
                  ({ query, moved }) =>
                    html`<tr>
                      <th scope="row"><a href=${`/search?${new URLSearchParams({ q: query })}`}>${query}</a></th>
                      <td>
                        <ul>
                          ${moved.map(({ title, from, to }) => html`<li>${moveWords(t, title, from, to)}</li>`)}
                        </ul>
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

function moveWords(t: Reader['t'], title: string, from: number | undefined, to: number | undefined): string {
  if (from === undefined) return t('weights.enters', { title, to: String(to) });
  if (to === undefined) return t('weights.leaves', { title, from: String(from) });
  return t('weights.move', { title, from: String(from), to: String(to) });
}

function versionsPart({ reader, csrfToken, things, versions, names, mayUse }: WeightsState): TemplateResult {
  const { t, locale } = reader;
  const [current] = versions;
  const words = (weights: SearchWeights) =>
    things.flatMap((thing) => (weights[thing] === 0 ? [] : `${t(`weights.thing.${thing}`)}: ${thing === 'newness' ? t(`weights.newness.${weights.newness}`) : t(`weights.step.${weights[thing]}`)}`)).join(' · ') || t('weights.allPlain'); // prettier-ignore
  const form = (from: number, label: string) =>
    html`<form method="post" action="/staff/weights">
      <input type="hidden" name="csrf" value=${csrfToken} />
      <input type="hidden" name="version" value=${current?._id ?? 0} />
      <input type="hidden" name="from" value=${from} />
      <button class="second" name="do" value="restore">
        ${label}${from === 0 ? nothing : html`<span class="unseen"> ${t('weights.version', { version: String(from) })}</span>`}
      </button>
    </form>`;
  const isPlain = !current || things.every((thing) => current.weights[thing] === 0);
  return html`<section aria-labelledby="versions">
    <h2 id="versions">${t('weights.versions')}</h2>
    ${
      versions.length === 0
        ? html`<p>${t('weights.versions.none')}</p>`
        : html`<ul class="region-versions">
            ${versions.map(
              ({ _id, weights, by, at, note, restores }, place) =>
                html`<li>
                  <span
                    >${t('weights.version', { version: String(_id) })} · ${words(weights)}
                    <span class="quiet"
                      >${[names.get(by) ?? by, shortTime(at.toISOString(), locale), restores === undefined ? undefined : t('weights.restores', { version: String(restores) }), note].filter(Boolean).join(' · ')}</span
                    ></span
                  >
                  ${mayUse && place > 0 ? form(_id, t('weights.restore')) : nothing}
                </li>`,
            )}
          </ul>`
    }
    ${mayUse && !isPlain ? form(0, t('weights.reset')) : nothing}
  </section>`;
}

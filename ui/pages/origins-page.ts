import { html, nothing, type TemplateResult } from 'lit';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { shortTime } from '../staff/words.ts';

export interface OriginsState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly towns: readonly ShownTown[];
  /** Whether any site is named at all; where none is, all may. */
  readonly isHeld: boolean;
}

interface ShownTown {
  readonly id: string;
  readonly version: number;
  /** What stands in the field. */
  readonly text: string;
  /** Sites that the settings of the installation name. */
  readonly fixed: readonly string[];
  readonly mayChange: boolean;
  readonly mistake: string | undefined;
  readonly earlier: readonly { readonly at: Date; readonly by: string; readonly origins: readonly string[] }[];
}

/** Sites that may show widgets, town by town. Works without scripts. */
export function originsPage({ reader, csrfToken, towns, isHeld }: OriginsState): TemplateResult {
  const { t } = reader;
  return html`<div class="region">
    <p>${t(isHeld ? 'region.origins.held' : 'region.origins.open')}</p>
    <ul class="region-cards">
      ${towns.map((town) => card(reader, csrfToken, town))}
    </ul>
  </div>`;
}

function card(reader: Reader, csrfToken: string, town: ShownTown): TemplateResult {
  const { t, locale } = reader;
  const { id, version, text, fixed, mayChange, mistake, earlier } = town;
  const name = municipalityName(id, locale);
  const hidden = html`<input type="hidden" name="csrf" value=${csrfToken} />
    <input type="hidden" name="municipality" value=${id} />
    <input type="hidden" name="version" value=${String(version)} />`;
  return html`<li id=${`town-${id}`}>
    <form method="post" action="/staff/origins" aria-labelledby=${`name-${id}`}>
      <h2 id=${`name-${id}`}>${name}</h2>
      ${fixed.length > 0 ? html`<p class="quiet">${t('region.origins.fixed', { origins: fixed.join(', ') })}</p>` : nothing}
      ${hidden}
      <div class="field">
        <label for=${`origins-${id}`}>${t('region.origins.label')}</label>
        <p class="field-hint" id=${`hint-${id}`}>${t('region.origins.hint')}</p>
        <input
          id=${`origins-${id}`}
          name="origins"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          value=${text}
          aria-describedby=${`hint-${id}${mistake ? ` mistake-${id}` : ''}`}
          aria-invalid=${mistake ? 'true' : nothing}
          ?autofocus=${mistake !== undefined}
          ?disabled=${!mayChange}
        />
        ${mistake ? html`<p class="mistake" id=${`mistake-${id}`}>${mistake}</p>` : nothing}
      </div>
      ${
        mayChange
          ? html`<p>
              <button class="second" aria-label=${`${t('region.save')}: ${name}`}>${t('region.save')}</button>
            </p>`
          : html`<p class="quiet">${t('region.notYours')}</p>`
      }
    </form>
    ${
      mayChange && earlier.length > 0
        ? html`<details>
            <summary>${t('region.origins.earlier')}</summary>
            <ul class="region-versions">
              ${earlier.map(
                ({ at, by, origins }) =>
                  html`<li>
                    <span
                      >${origins.join(', ') || t('region.origins.nothing')}
                      <span class="quiet"
                        >${t('region.by', { date: shortTime(at.toISOString(), locale), name: by })}</span
                      ></span
                    >
                    <form method="post" action="/staff/origins">
                      ${hidden}<input type="hidden" name="origins" value=${origins.join(' ')} />
                      <button class="second">${t('region.undo')}</button>
                    </form>
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  </li>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { locales, type Locale } from '../../config/locales.ts';
import { branches } from '../../config/region/branches.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import { houseColours, onAccent, widgetNames, widths, type Choice, type Colours } from '../configurator/choice.ts';
import { contrastOf, leastContrast } from '../configurator/contrast.ts';
import { snippetOf } from '../configurator/snippet.ts';
import { readerOf } from '../messages/messages.ts';

/** All that the page is drawn from, on the server and in the browser alike. */
export interface WidgetsState {
  readonly locale: Locale;
  /** The address of the service, without a slash at its end. */
  readonly base: string;
  readonly choice: Choice;
  /** What came of copying, until something else is chosen. */
  readonly copied?: 'copied' | 'notCopied' | undefined;
  /** Scripts run: what they alone can do is offered. */
  readonly isAlive?: boolean;
}

/** Where webmasters of towns put a widget together: choices, how it looks, what to copy. A plain form without scripts. */
export function widgetsPage(state: WidgetsState): TemplateResult {
  const { locale, base, choice, isAlive, copied } = state;
  const { t } = readerOf(locale);
  const { html: markup, css } = snippetOf(choice, base);
  return html`
    <div class="embed">
      <h1>${t('embed.title')}</h1>
      <p class="lead">${t('embed.lead')}</p>
      <div class="embed-layout">
        <form class="embed-form" action="/widgets" method="get" aria-label=${t('embed.choose')}>
          ${fields(state)} ${isAlive ? nothing : html`<button class="action">${t('embed.show')}</button>`}
        </form>
        <div>
          <section aria-labelledby="embed-preview">
            <h2 id="embed-preview">${t('embed.preview')}</h2>
            <iframe
              title=${t('embed.preview')}
              src=${`/widgets/preview?${parametersOf(choice)}`}
              width=${choice.width}
              height=${choice.widget === 'lastu-search' ? 720 : 420}
            ></iframe>
          </section>
          <section aria-labelledby="embed-code">
            <h2 id="embed-code">${t('embed.code')}</h2>
            ${snippet('html', markup, state)} ${css === undefined ? nothing : snippet('css', css, state)}
            <p role="status">${copied === undefined ? nothing : t(`embed.${copied}`)}</p>
          </section>
        </div>
      </div>
    </div>
  `;
}

function snippet(of: 'html' | 'css', code: string, { locale, isAlive }: WidgetsState): TemplateResult {
  const { t } = readerOf(locale);
  return html`<div class="snippet">
    <h3 id=${`embed-${of}`}>${t(`embed.${of}`)}</h3>
    <pre tabindex="0" role="group" aria-labelledby=${`embed-${of}`} translate="no"><code>${code}</code></pre>
    ${
      isAlive
        ? html`<button type="button" data-copy=${of} aria-describedby=${`embed-${of}`}>${t('embed.copy')}</button>`
        : nothing
    }
  </div>`;
}

function fields({ locale, choice }: WidgetsState): TemplateResult {
  const { t } = readerOf(locale);
  const ofTown = branches.filter(({ municipality }) => municipality === choice.municipality);
  const select = (name: string, label: string, options: readonly (readonly [string, string])[], chosen: string) =>
    html`<label
      >${label}
      <select name=${name}>
        ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
      </select>
    </label>`;
  return html`
    ${select(
      'widget',
      t('embed.widget'),
      widgetNames.map((name) => [name, t(`embed.${name}`)]),
      choice.widget,
    )}
    ${
      choice.widget === 'lastu-work'
        ? html`<label>${t('embed.workId')} <input name="work" value=${choice.work ?? ''} autocomplete="off" /></label>`
        : nothing
    }
    ${
      choice.widget === 'lastu-list'
        ? html`<label>${t('embed.listId')} <input name="list" value=${choice.list ?? ''} autocomplete="off" /></label>`
        : nothing
    }
    ${select(
      'municipality',
      t('facet.municipality'),
      [['', t('embed.anyMunicipality')], ...municipalities.map(({ id, name }) => [id, name[locale]] as const)],
      choice.municipality ?? '',
    )}
    ${
      ofTown.length > 1
        ? select(
            'branch',
            t('facet.branch'),
            [['', t('embed.anyBranch')], ...ofTown.map(({ id, name }) => [id, name[locale]] as const)],
            choice.branch ?? '',
          )
        : nothing
    }
    ${select(
      'speaks',
      t('embed.language'),
      locales.map((one) => [one, languageNames[one]]),
      choice.lang,
    )}
    ${select(
      'width',
      t('embed.width'),
      widths.map((one) => [String(one), t('embed.pixels', { n: one })]),
      String(choice.width),
    )}
    <fieldset>
      <legend>${t('embed.colours')}</legend>
      <label class="check"
        ><input type="checkbox" name="own" value="yes" ?checked=${choice.colours !== undefined} />
        ${t('embed.own')}</label
      >
      ${(['accent', 'ink', 'paper'] as const).map(
        (name) =>
          html`<label class="colour"
            ><input type="color" name=${name} value=${(choice.colours ?? houseColours)[name]} />
            ${t(`embed.${name}`)}</label
          >`,
      )}
    </fieldset>
    ${choice.colours ? contrasts(choice.colours, locale) : nothing}
  `;
}

/** How well the chosen colours are read, as figures and in words. */
function contrasts(colours: Colours, locale: Locale): TemplateResult {
  const { t } = readerOf(locale);
  const { accent, ink, paper } = colours;
  const pairs = [
    ['inkOnPaper', ink, paper],
    ['accentOnPaper', accent, paper],
    ['buttonText', onAccent(colours), accent],
  ] as const;
  const figures = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return html`<section class="contrasts" aria-labelledby="embed-contrast">
    <h2 id="embed-contrast">${t('embed.contrast')}</h2>
    <div role="status">
      <dl>
        ${pairs.map(([name, one, other]) => {
          const contrast = contrastOf(one, other);
          // Rounded down: what falls short must not look as if it did not.
          const figure = figures.format(Math.floor(contrast * 10) / 10);
          const enough = contrast >= leastContrast;
          return html`<div class=${enough ? 'enough' : 'weak'}>
            <dt>${t(`embed.${name}`)}</dt>
            <dd>${t(enough ? 'embed.enough' : 'embed.weak', { figure })}</dd>
          </div>`;
        })}
      </dl>
    </div>
  </section>`;
}

/** The choice as the form would send it. */
export function parametersOf({
  widget,
  municipality,
  branch,
  lang,
  work,
  list,
  colours,
  width,
}: Choice): URLSearchParams {
  const given = { widget, municipality, branch, speaks: lang, width: String(width), ...(widget === 'lastu-work' && { work }), ...(widget === 'lastu-list' && { list }), ...(colours && { own: 'yes', ...colours }) }; // prettier-ignore
  return new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))); // prettier-ignore
}

const languageNames: Record<Locale, string> = { fi: 'suomi', sv: 'svenska', en: 'English' };

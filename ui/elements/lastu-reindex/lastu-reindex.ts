import { html, nothing, type TemplateResult } from 'lit';
import type { DryRunView } from '../../../api/routes/staff-reindex.ts';
import type { ReindexOverview, RunView } from '../../../api/routes/staff-reindex-view.ts';
import { confirmPart, type Question } from '../../staff/confirm-part.ts';
import { Following } from '../../staff/following.ts';
import { askStaff, StaffProblem } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { refusalWords, shortTime } from '../../staff/words.ts';
import { define, ground, LastuElement } from '../element.ts';
import { comparisonPart } from './comparison-part.ts';
import { dryPart, formPart, readWish } from './form-part.ts';
import { historyPart } from './history-part.ts';
import { runPart } from './run-part.ts';
import { styles } from './styles.ts';

type Act = 'pause' | 'resume' | 'cancel' | 'swap';

/**
 * The desk of the index: what serves, a reindex at work with its progress, the comparison before a swap, a new one, and those
 * before. It follows the service live; whatever is asked of it a worker does.
 *
 * @property live - asks the service, and follows it
 * @property overview - what the service tells
 * @property scope - what the form is about
 * @property trial - what a trial has told
 */
export class LastuReindex extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    overview: { attribute: false },
    scope: {},
    trial: { attribute: false },
    busy: { state: true },
    away: { state: true },
    said: { state: true },
    question: { state: true },
  };

  declare live: boolean;
  declare overview: ReindexOverview | undefined;
  declare scope: 'full' | 'source' | 'municipality' | 'query';
  declare trial: DryRunView | undefined;
  /** What is being done, so that it is not done twice. */
  declare busy: 'trial' | 'act' | undefined;
  declare away: boolean;
  /** What came of the last act. */
  declare said: string;
  declare question: Question | undefined;
  readonly #following = new Following<ReindexOverview>(this, {
    address: () => '/staff/reindex',
    take: (overview) => (this.overview = overview),
    away: (isAway) => (this.away = isAway),
  });

  constructor() {
    super();
    this.live = false;
    this.scope = 'full';
    this.away = false;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.live) this.#following.start();
  }

  protected override render(): TemplateResult {
    const { reader, overview, scope, trial, busy } = this;
    if (!overview) return html``;
    const { current } = overview;
    return html`<div role="status" class=${this.said === '' ? '' : 'said'}>${this.said}</div>
      ${this.away ? html`<p class="warning">${reader.t('reindex.away')}</p>` : nothing}
      ${current ? this.#current(current) : nothing} ${this.#serving(overview)}
      <section aria-labelledby="new">
        <h2 id="new">${reader.t('reindex.new')}</h2>
        ${
          current
            ? html`<p class="quiet">${reader.t('reindex.busy')}</p>`
            : formPart(reader, overview, scope, {
                busy: busy !== undefined,
                choose: (chosen) => this.#choose(chosen),
                tryFirst: (form) => void this.#tryFirst(form),
                begin: (form) => void this.#begin(form),
              })
        }
        <div aria-live="polite">
          ${busy === 'trial' ? html`<p class="quiet">${reader.t('reindex.dry.busy')}</p>` : nothing}
          ${trial && !current ? dryPart(reader, trial) : nothing}
        </div>
      </section>
      ${historyPart(reader, overview.runs)} ${this.question ? confirmPart(this.question) : nothing}`;
  }

  #current(run: RunView): TemplateResult {
    const { t } = this.reader;
    const act = (name: Act) => () => void this.#act(name, run);
    return html`<section aria-labelledby="now" class="now">
      <h2 id="now">${t('reindex.now')}</h2>
      ${runPart(this.reader, run)}
      <p class="line">
        ${
          run.status === 'ready'
            ? html`<button type="button" class="main" @click=${() => this.#askToSwap(run)}>
                ${t('reindex.swapNow')}
              </button>`
            : nothing
        }
        ${run.status === 'running' ? html`<button type="button" @click=${act('pause')}>${t('reindex.pause')}</button>` : nothing}
        ${
          run.status === 'paused'
            ? html`<button type="button" class="main" @click=${act('resume')}>${t('reindex.resume')}</button>`
            : nothing
        }
        ${
          run.status === 'swapping'
            ? nothing
            : html`<button type="button" @click=${() => this.#askToCancel(run)}>${t('reindex.cancel')}</button>`
        }
      </p>
      ${run.comparison ? comparisonPart(this.reader, run.comparison) : nothing}
    </section>`;
  }

  #serving({ serving, standby, current }: ReindexOverview): TemplateResult {
    const { t, locale } = this.reader;
    const synonyms = (version: number | undefined) =>
      version === undefined ? t('reindex.serving.noSynonyms') : t('reindex.serving.synonyms', { version });
    return html`<section aria-labelledby="serving">
      <h2 id="serving">${t('reindex.serving')}</h2>
      ${
        serving
          ? html`<p class="figures">
              <span class="index" translate="no">${serving.index}</span> ·
              ${t('reindex.serving.works', { n: serving.works })} · ${synonyms(serving.synonyms)}
            </p>`
          : html`<p>${t('reindex.serving.none')}</p>`
      }
      ${
        standby
          ? html`<p class="quiet">
                ${t('reindex.standby', {
                  index: standby.index,
                  synonyms: synonyms(standby.synonyms),
                  until: standby.until ? shortTime(standby.until, locale) : '',
                })}
              </p>
              ${
                current
                  ? nothing
                  : html`<p class="line">
                      <button type="button" @click=${() => this.#askToRollBack(standby.index)}>
                        ${t('reindex.rollback')}
                      </button>
                    </p>`
              }`
          : nothing
      }
    </section>`;
  }

  async #load(): Promise<void> {
    this.overview = await askStaff<ReindexOverview>('GET', '/staff/reindex');
  }

  #choose(scope: LastuReindex['scope']): void {
    this.scope = scope;
    this.trial = undefined;
  }

  async #tryFirst(form: HTMLFormElement): Promise<void> {
    if (!form.reportValidity()) return;
    this.busy = 'trial';
    this.trial = undefined;
    await this.#do(async () => {
      const { scope } = readWish(form, this.overview);
      this.trial = await askStaff<DryRunView>('POST', '/staff/reindex/dry-runs', { scope });
      return '';
    });
  }

  async #begin(form: HTMLFormElement): Promise<void> {
    this.busy = 'act';
    await this.#do(async () => {
      await askStaff('POST', '/staff/reindex', readWish(form, this.overview));
      this.trial = undefined;
      return this.reader.t('reindex.started');
    });
  }

  async #act(act: Act, { id }: RunView): Promise<void> {
    const { t } = this.reader;
    const done = {
      pause: t('reindex.paused'),
      resume: t('reindex.resumedNow'),
      cancel: t('reindex.cancelled'),
      swap: t('reindex.swapped'),
    };
    this.busy = 'act';
    await this.#do(async () => {
      await askStaff('POST', `/staff/reindex/runs/${encodeURIComponent(id)}/${act}`);
      return done[act];
    });
  }

  async #do(act: () => Promise<string>): Promise<void> {
    try {
      this.said = await act();
    } catch (error) {
      const refused = error instanceof StaffProblem && error.problem === 'reindex-refused';
      this.said = refused ? this.reader.t('reindex.refused.reindex-refused') : refusalWords(this.reader, error);
    }
    this.busy = undefined;
    await this.#load().catch(() => undefined);
  }

  #askToSwap(run: RunView): void {
    const { t } = this.reader;
    this.#ask({
      title: t('reindex.swap.ask'),
      text: t('reindex.swap.explain'),
      yes: t('reindex.swapNow'),
      no: t('reindex.no'),
      answer: (yes) => yes && void this.#act('swap', run),
    });
  }

  #askToCancel(run: RunView): void {
    const { t } = this.reader;
    this.#ask({
      title: t('reindex.cancel.ask'),
      text: t('reindex.cancel.explain'),
      yes: t('reindex.cancel'),
      no: t('reindex.cancel.no'),
      answer: (yes) => yes && void this.#act('cancel', run),
    });
  }

  #askToRollBack(index: string): void {
    const { t } = this.reader;
    const rollBack = async () => {
      this.busy = 'act';
      await this.#do(async () => {
        await askStaff('POST', '/staff/reindex/rollback');
        return t('reindex.rollback.done');
      });
    };
    this.#ask({
      title: t('reindex.rollback.ask'),
      text: t('reindex.rollback.explain', { index }),
      yes: t('reindex.rollback'),
      no: t('reindex.no'),
      answer: (yes) => yes && void rollBack(),
    });
  }

  #ask(question: Question): void {
    const answer = (yes: boolean) => {
      this.question = undefined;
      question.answer(yes);
    };
    this.question = { ...question, answer };
    void this.updateComplete.then(() => this.shadowRoot?.querySelector('dialog')?.showModal());
  }
}

define('lastu-reindex', LastuReindex);

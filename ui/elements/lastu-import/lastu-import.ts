import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Following } from '../../staff/following.ts';
import { isUnderWay, type Import, type RecordProblem, type Retried, type Sample } from '../../staff/imports-api.ts';
import { importName, importRefusal, reasonWords } from '../../staff/imports-words.ts';
import { askStaff, StaffProblem } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { define, ground, LastuElement } from '../element.ts';
import { problemsPart } from './problems.ts';
import { progressPart } from './progress.ts';
import { samplePart } from './sample.ts';
import { styles } from './styles.ts';

const atOnce = 20;

/**
 * One import: a sample of it before it is taken, how far it has come, and what was broken in it.
 *
 * @slot - how far it had come, until the service tells it anew
 * @property live - follows what the service tells
 * @property import - the id of the import
 * @property report - the import as it stands
 * @property sample - what it would make of its first records
 * @property problems - what was broken, in the order of the file
 */
export class LastuImport extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    import: {},
    report: { attribute: false },
    sample: { attribute: false },
    problems: { attribute: false },
    hasMore: { state: true },
    told: { state: true },
    away: { state: true },
  };

  declare live: boolean;
  declare import: string | undefined;
  declare report: Import | undefined;
  declare sample: Sample | undefined;
  declare problems: readonly RecordProblem[] | undefined;
  /** There may be more problems than are shown. */
  declare hasMore: boolean;
  /** What came of the last act. */
  declare told: string;
  /** The service cannot be asked just now. */
  declare away: boolean;

  readonly #following = new Following<Import>(this, {
    address: () => this.#path,
    take: (report) => void this.#take(report),
    away: (isAway) => (this.away = isAway),
  });

  constructor() {
    super();
    this.live = false;
    this.hasMore = false;
    this.told = '';
    this.away = false;
  }

  protected override firstUpdated(): void {
    if (this.live) void this.#begin();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('problems')) return;
    // the bytes are shown from where the fault is, not from where they begin
    for (const dump of this.shadowRoot?.querySelectorAll<HTMLElement>('.dump') ?? []) {
      const mark = dump.querySelector<HTMLElement>('mark');
      if (mark) dump.scrollTop = mark.offsetTop - dump.offsetTop - dump.clientHeight / 2;
    }
  }

  protected override render(): TemplateResult {
    const { reader, report, sample, problems, told } = this;
    const { t } = reader;
    const act = (name: 'start' | 'stop') => () => void this.#act(name);
    return html`<p><a href="/staff/imports">${t('imports.all')}</a></p>
      ${
        !report
          ? html`<slot></slot>`
          : html`<h2>${importName(reader, report)}</h2>
              ${progressPart(reader, report)} ${this.#acts(report, act)}`
      }
      <p role="status" class=${told === '' ? '' : 'said'}>${told}</p>
      ${report?.status === 'prepared' && sample ? samplePart(reader, sample) : nothing}
      ${
        report && !isUnderWay(report) && report.status !== 'prepared' && problems
          ? problemsPart(reader, problems, {
              download: `/api/v1/staff/imports/${encodeURIComponent(report.id)}/broken`,
              retry: (problem) => void this.#retry(problem),
              more: this.hasMore ? () => void this.#more() : undefined,
            })
          : nothing
      }`;
  }

  #acts(report: Import, act: (name: 'start' | 'stop') => () => void): TemplateResult | typeof nothing {
    const { t } = this.reader;
    const forget = (words: 'imports.discard' | 'imports.forget') =>
      html`<button type="button" @click=${() => void this.#forget()}>${t(words)}</button>`;
    if (report.status === 'prepared')
      return html`<p class="line">
        <button type="button" class="main" @click=${act('start')}>${t('imports.start')}</button
        >${forget('imports.discard')}
      </p>`;
    if (!isUnderWay(report)) return html`<p class="line">${forget('imports.forget')}</p>`;
    if (report.stopping) return nothing;
    return html`<p class="line">
      <button type="button" @click=${act('stop')}>${t('imports.stop')}</button
      ><span class="quiet">${t('imports.stop.note')}</span>
    </p>`;
  }

  /** Asks once, as of what is not there nothing can be followed. */
  async #begin(): Promise<void> {
    try {
      await this.#take(await askStaff<Import>('GET', this.#path));
      if (this.report && isUnderWay(this.report)) this.#following.start();
    } catch (error) {
      this.told = importRefusal(this.reader, error);
      if (!(error instanceof StaffProblem && error.problem === 'import-not-found')) this.#following.start();
    }
  }

  get #path(): string {
    return `/staff/imports/${encodeURIComponent(this.import ?? '')}`;
  }

  /** Takes what the service tells of it, with what is to be seen of it as it stands now. */
  async #take(report: Import): Promise<void> {
    this.report = report;
    this.replaceChildren(); // what the page told before
    if (isUnderWay(report)) return;
    this.#following.stop();
    try {
      if (report.status === 'prepared') this.sample ??= await askStaff<Sample>('GET', `${this.#path}/sample`);
      else if (!this.problems) await this.#more();
    } catch (error) {
      this.told = importRefusal(this.reader, error);
    }
  }

  async #more(): Promise<void> {
    const known = this.problems ?? [];
    const after = known.length === 0 ? 0 : (known.at(-1)?.index ?? 0) + 1;
    const page = `${this.#path}/problems?${new URLSearchParams({ after: String(after), size: String(atOnce) }).toString()}`;
    const { items } = await askStaff<{ items: RecordProblem[] }>('GET', page);
    this.problems = [...known, ...items];
    this.hasMore = items.length === atOnce;
  }

  async #retry({ index }: RecordProblem): Promise<void> {
    this.told = '';
    const { t } = this.reader;
    try {
      const retried = await askStaff<Retried>('POST', `${this.#path}/problems/${index}/retry`);
      const { outcome, records = [], reason = '', message = '' } = retried;
      this.told = t(`imports.problem.retry.${outcome}`, { records: records.join(', '), reason: reasonWords(this.reader, reason, message) }); // prettier-ignore
      this.report = retried.import;
      if (outcome === 'stored') this.problems = this.problems?.filter((one) => one.index !== index);
    } catch (error) {
      this.told = importRefusal(this.reader, error);
    }
    this.shadowRoot?.querySelector('[role=status]')?.scrollIntoView({ block: 'nearest' });
  }

  async #act(name: 'start' | 'stop'): Promise<void> {
    this.told = '';
    try {
      this.report = await askStaff<Import>('POST', `${this.#path}/${name}`);
    } catch (error) {
      this.told = importRefusal(this.reader, error);
    }
    this.#following.start();
  }

  async #forget(): Promise<void> {
    try {
      await askStaff('DELETE', this.#path);
      location.assign('/staff/imports');
    } catch (error) {
      this.told = importRefusal(this.reader, error);
    }
  }
}

define('lastu-import', LastuImport);

import { html, nothing, type TemplateResult } from 'lit';
import type { JobsState, JobView } from '../../../api/routes/job-views.ts';
import { Following } from '../../staff/following.ts';
import { rowFocus } from '../../staff/row-focus.ts';
import { askStaff, StaffProblem } from '../../staff/staff-api.ts';
import { staffStyles } from '../../staff/styles.ts';
import { refusalWords } from '../../staff/words.ts';
import { define, ground, LastuElement } from '../element.ts';
import { linePart } from './line-part.ts';
import { listPart, type JobList } from './list-part.ts';
import { queuePart } from './queue-part.ts';
import { styles } from './styles.ts';

/**
 * What the service does in the background, as it goes: the queues of jobs with how they went within the hour, the changes on
 * their way to the index, what was given up, and single jobs to look into.
 *
 * @property live - asks the service, and follows it
 * @property admin - whoever works here may steer the queues
 * @property jobs - what the service tells of the queues
 * @property list - the single jobs that are looked at
 */
export class LastuJobs extends LastuElement {
  static override styles = [ground, staffStyles, styles];
  static override properties = {
    ...LastuElement.properties,
    live: { type: Boolean },
    admin: { type: Boolean },
    jobs: { attribute: false },
    list: { attribute: false },
    away: { state: true },
    said: { state: true },
    now: { state: true },
  };

  declare live: boolean;
  declare admin: boolean;
  declare jobs: JobsState | undefined;
  declare list: JobList;
  declare away: boolean;
  /** What came of the last act. */
  declare said: string;
  declare now: number;
  readonly #following = new Following<JobsState>(this, {
    address: () => '/staff/jobs',
    take: (jobs) => (this.jobs = jobs),
    away: (isAway) => (this.away = isAway),
  });
  #clock: ReturnType<typeof setInterval> | undefined;
  #page = 1;

  constructor() {
    super();
    this.live = false;
    this.admin = false;
    this.list = { queue: 'index', state: 'failed', jobs: undefined, more: false };
    this.away = false;
    this.said = '';
    this.now = Date.now();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.live) return;
    this.#following.start();
    this.#clock = setInterval(() => (this.now = Date.now()), 1_000);
    void this.#choose(this.list.queue, this.list.state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override render(): TemplateResult {
    const { reader, jobs, list, admin, now } = this;
    const { t } = reader;
    return html`<div role="status" class=${this.said === '' ? '' : 'said'}>${this.said}</div>
      ${this.away ? html`<p class="warning">${t('jobs.away')}</p>` : nothing}
      ${
        jobs
          ? html`${linePart(reader, jobs, { admin, now, decide: (act, ids) => void this.#decide(act, ids) })}
              <div class="queues">
                ${jobs.queues.map((queue) => queuePart(reader, queue, { admin, steer: (act, name) => void this.#steer(act, name) }))}
              </div>
              ${listPart(reader, list, {
                admin,
                queues: jobs.queues.map(({ name }) => name),
                choose: (queue, state) => void this.#choose(queue, state),
                showMore: () => void this.#showMore(),
                retry: (job) => void this.#act('POST', job),
                discard: (job) => void this.#act('DELETE', job),
                retryAll: () => void this.#retryAll(),
              })}
              <p class="board"><a href="/staff/queues">${t('jobs.board')}</a></p>`
          : nothing
      }`;
  }

  async #choose(queue: string, state: JobList['state']): Promise<void> {
    this.#page = 1;
    const isSame = queue === this.list.queue && state === this.list.state;
    if (!isSame) this.list = { queue, state, jobs: undefined, more: false };
    await this.#do(async () => {
      this.list = { ...this.list, ...(await this.#loaded(1)) };
    });
  }

  async #showMore(): Promise<void> {
    this.#page += 1;
    await this.#do(async () => {
      const { jobs, more } = await this.#loaded(this.#page);
      this.list = { ...this.list, jobs: [...(this.list.jobs ?? []), ...jobs], more };
    });
  }

  #loaded(page: number): Promise<Pick<JobList, 'more' | 'reasons'> & { jobs: readonly JobView[] }> {
    const { queue, state } = this.list;
    return askStaff('GET', `/staff/jobs/${encodeURIComponent(queue)}?state=${state}&page=${page}`);
  }

  async #steer(act: 'pause' | 'resume', queue: string): Promise<void> {
    await this.#do(async () => {
      await askStaff('POST', `/staff/jobs/${encodeURIComponent(queue)}/${act}`);
      this.said = this.reader.t(`jobs.done.${act}`);
    });
  }

  async #act(method: 'POST' | 'DELETE', { id }: JobView): Promise<void> {
    const { queue } = this.list;
    const { t } = this.reader;
    const address = `/staff/jobs/${encodeURIComponent(queue)}/jobs/${encodeURIComponent(id)}`;
    await this.#withRows(async () => {
      await askStaff(method, method === 'POST' ? `${address}/retry` : address);
      return method === 'POST' ? t('jobs.retried', { n: 1 }) : t('jobs.discarded');
    });
  }

  async #retryAll(): Promise<void> {
    await this.#withRows(async () => {
      const { done } = await askStaff<{ done: number }>(
        'POST',
        `/staff/jobs/${encodeURIComponent(this.list.queue)}/retries`,
      );
      return this.reader.t('jobs.retried', { n: done });
    });
  }

  /** Does something with single jobs, says what came of it, and shows those that are left where one was. */
  async #withRows(act: () => Promise<string>): Promise<void> {
    const { queue, state } = this.list;
    const keepPlace = rowFocus(this.shadowRoot);
    const said = (await this.#do(act)) ?? this.said;
    await this.#choose(queue, state);
    this.said ||= said;
    await this.updateComplete;
    keepPlace();
  }

  async #decide(act: 'retries' | 'discards', ids: readonly string[]): Promise<void> {
    const keepPlace = rowFocus(this.shadowRoot);
    await this.#do(async () => {
      const { done } = await askStaff<{ done: number }>('POST', `/staff/set-aside-changes/${act}`, { ids });
      this.said = this.reader.t(act === 'retries' ? 'jobs.aside.retried' : 'jobs.aside.discarded', { n: done });
      this.jobs = await askStaff<JobsState>('GET', '/staff/jobs');
    });
    await this.updateComplete;
    keepPlace();
  }

  /** Does something, and says why where it could not be done. */
  async #do<T>(act: () => Promise<T>): Promise<T | undefined> {
    this.said = '';
    try {
      return await act();
    } catch (error) {
      const isGone = error instanceof StaffProblem && ['changed-meanwhile', 'not-found'].includes(error.problem);
      this.said = isGone ? this.reader.t('jobs.gone') : refusalWords(this.reader, error);
      return undefined;
    }
  }
}

define('lastu-jobs', LastuJobs);

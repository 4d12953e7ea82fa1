import { html, nothing, type TemplateResult } from 'lit';
import type { AuditedAct } from '../../domain/audit/schema.ts';
import { actName, factsText, type NamedEntry } from '../audit-words.ts';
import type { Reader } from '../messages/messages.ts';
import { shortTime } from '../staff/words.ts';
import { fieldPart } from './form-parts.ts';

export interface AuditState {
  readonly wish: { readonly by?: string; readonly act?: string; readonly subject?: string; readonly from?: string; readonly until?: string }; // prettier-ignore
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly acts: readonly AuditedAct[];
  readonly entries: readonly NamedEntry[];
  /** Addresses of what came before these, and of the whole as a table. */
  readonly older: string | undefined;
  readonly csv: string;
}

/** What staff have looked at and done, found by who, what, about what and when. Works without scripts. */
export function auditPage(reader: Reader, { wish, people, acts, entries, older, csv }: AuditState): TemplateResult {
  const { t, locale } = reader;
  const sorted = acts.toSorted((a, b) => actName(reader, a).localeCompare(actName(reader, b), locale));
  const choice = (name: 'by' | 'act', label: string, all: string, options: readonly (readonly [string, string])[]) =>
    html`<div class="field">
      <label for=${name}>${label}</label>
      <select id=${name} name=${name}>
        <option value="">${all}</option>
        ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === wish[name]}>${words}</option>`)}
      </select>
    </div>`;
  return html`<form method="get" action="/staff/audit" class="audit-search">
      ${choice('by', t('audit.who'), t('audit.everybody'), [...people.map(({ id, name }) => [id, name] as const), ['staff-token', t('audit.token')] as const, ['service', t('audit.service')] as const, ['command-line', t('audit.commandLine')] as const])}
      ${choice(
        'act',
        t('audit.act'),
        t('audit.any'),
        sorted.map((act) => [act, actName(reader, act)] as const),
      )}
      ${fieldPart({ name: 'from', type: 'date', label: t('audit.from'), value: wish.from })}
      ${fieldPart({ name: 'until', type: 'date', label: t('audit.until'), value: wish.until })}
      ${fieldPart({ name: 'subject', label: t('audit.subject'), hint: t('audit.subjectHint'), value: wish.subject })}
      <p class="staff-acts">
        <button class="action" type="submit">${t('audit.search')}</button>
        <a class="second" href="/staff/audit">${t('audit.clear')}</a>
        <a class="second" href=${csv} download>${t('audit.csv')}</a>
      </p>
    </form>
    ${
      entries.length === 0
        ? html`<p>${t('audit.none')}</p>`
        : html`<div class="staff-table" tabindex="0" role="group" aria-label=${t('audit.title')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('audit.when')}</th>
                  <th scope="col">${t('audit.who')}</th>
                  <th scope="col">${t('audit.act')}</th>
                  <th scope="col">${t('audit.subject')}</th>
                  <th scope="col">${t('audit.change')}</th>
                </tr>
              </thead>
              <tbody>
                ${entries.map((entry) => row(reader, entry))}
              </tbody>
            </table>
          </div>`
    }
    ${older === undefined ? nothing : html`<p class="staff-acts"><a class="second" href=${older}>${t('audit.older')}</a></p>`}`;
}

const row = (reader: Reader, { at, name, act, subject, before, after, reason }: NamedEntry): TemplateResult =>
  html`<tr>
    <td class="figures">${shortTime(at.toISOString(), reader.locale)}</td>
    <td translate="no">${name}</td>
    <td>${actName(reader, act)}</td>
    <td><a translate="no" href=${`/staff/audit?subject=${encodeURIComponent(subject)}`}>${subject}</a></td>
    <td>
      ${before ? html`<del>${factsText(before)}</del> ` : nothing}${after ? html`<ins>${factsText(after)}</ins>` : nothing}
      ${reason === undefined ? nothing : html`<p class="quiet">${reader.t('audit.reason')}: ${reason}</p>`}
    </td>
  </tr>`;

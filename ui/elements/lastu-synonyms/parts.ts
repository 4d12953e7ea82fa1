import { html, nothing, type TemplateResult } from 'lit';
import type { SynonymsView } from '../../../api/routes/staff-synonyms.ts';
import type { SynonymGroup } from '../../../domain/synonyms/schema.ts';
import type { WatchedSearch } from '../../../indexer/relevance/watched-searches.ts';
import type { Reader } from '../../messages/messages.ts';
import { shortTime } from '../../staff/words.ts';

/** One group as a line: what means the same, and what else is found. */
export function groupLine(
  { t }: Reader,
  { language, words, also }: SynonymGroup,
  { edit, remove }: { edit: () => void; remove: () => void },
): TemplateResult {
  return html`<li>
    <p class="said-words">
      <span class="language">${t(`synonyms.language.${language}`)}</span>
      <span lang=${language}>${words.join(' = ')}${also.length === 0 ? nothing : html` → ${also.join(', ')}`}</span>
    </p>
    <p class="acts">
      <button type="button" @click=${edit}>${t('synonyms.edit')}<span class="unseen">: ${words[0]}</span></button>
      <button type="button" @click=${remove}>${t('synonyms.remove')}<span class="unseen">: ${words[0]}</span></button>
    </p>
  </li>`;
}

/** Every version that was saved, the last first; an older one can be taken again. */
export function versionsPart(
  { t, locale }: Reader,
  { version: latest, used, versions }: SynonymsView,
  restore: (version: number) => void,
): TemplateResult {
  return html`<table class="stacks">
    <thead>
      <tr>
        <th scope="col">${t('synonyms.column.version')}</th>
        <th scope="col">${t('synonyms.column.at')}</th>
        <th scope="col" class="number">${t('synonyms.column.size')}</th>
        <th scope="col">${t('synonyms.column.note')}</th>
        <th scope="col">${t('synonyms.column.act')}</th>
      </tr>
    </thead>
    <tbody>
      ${versions.map(
        ({ version, at, size, note, restores }) =>
          html`<tr>
            <td class="figures">
              <strong>${version}</strong>
              ${version === used ? html`<span class="language">${t('synonyms.inUse')}</span>` : nothing}
            </td>
            <td class="figures">${shortTime(at, locale)}</td>
            <td class="number"><span class="label">${t('synonyms.column.size')}</span> ${size}</td>
            <td>
              ${note ?? nothing}
              ${restores === undefined ? nothing : t('synonyms.restores', { version: String(restores) })}
            </td>
            <td>
              ${
                version === latest
                  ? nothing
                  : html`<button type="button" @click=${() => restore(version)}>
                      ${t('synonyms.restore')}<span class="unseen">: ${version}</span>
                    </button>`
              }
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Watched searches as lines: `words => Title / Author | another title`. */
export const writeWatched = (searches: readonly WatchedSearch[]): string =>
  searches.map(({ query, wanted }) => (wanted ? `${query} => ${Object.keys(wanted).join(' | ')}` : query)).join('\n');

/** The same read back; grades that were given otherwise stay. */
export function readWatched(text: string, before: readonly WatchedSearch[]): WatchedSearch[] {
  const known = new Map(before.map((search) => [search.query, search]));
  return text.split('\n').flatMap((line): WatchedSearch[] => {
    const [query = '', names = ''] = line.split('=>').map((part) => part.trim());
    if (query === '') return [];
    const wanted = names.split('|').map((name) => name.trim()).filter(Boolean); // prettier-ignore
    const old = known.get(query);
    return [
      {
        query,
        ...(old?.in && { in: old.in }),
        ...(wanted.length > 0 && {
          wanted: Object.fromEntries(wanted.map((name) => [name, old?.wanted?.[name] ?? 3])),
        }),
      },
    ];
  });
}

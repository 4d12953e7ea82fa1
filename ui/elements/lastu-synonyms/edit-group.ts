import { html, nothing, type TemplateResult } from 'lit';
import type { SynonymGroup } from '../../../domain/synonyms/schema.ts';
import type { Reader } from '../../messages/messages.ts';

/** What is wrong with a group, as the service would find it too. */
export type GroupMistake = { readonly is: 'few' | 'many' } | { readonly is: 'twice' | 'long'; readonly word: string };

const most = { wordings: 20, words: 4, length: 80 };

/** The first mistake of a group among others of its set. Pure. */
export function mistakeIn(group: SynonymGroup, others: readonly SynonymGroup[]): GroupMistake | undefined {
  const { language, words, also } = group;
  if (words.length === 0 || words.length + also.length < 2) return { is: 'few' };
  if (words.length > most.wordings || also.length > most.wordings) return { is: 'many' };
  const taken = new Set(others.filter((one) => one.language === language).flatMap((one) => one.words.map(keyOf)));
  const own = new Set<string>();
  for (const [at, word] of [...words, ...also].entries()) {
    if (word.length > most.length || word.split(/\s+/).length > most.words) return { is: 'long', word };
    if (own.has(keyOf(word)) || (at < words.length && taken.has(keyOf(word)))) return { is: 'twice', word };
    own.add(keyOf(word));
  }
  return undefined;
}

const keyOf = (word: string) => word.toLowerCase().replace(/\s+/g, ' ');

/** Words as they are written in a field: parted by commas or lines. */
export const readWords = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter(Boolean);

/** Where a group is written. */
export function groupForm(
  { t }: Reader,
  group: SynonymGroup,
  { mistake, done, back }: { mistake: GroupMistake | undefined; done: (group: SynonymGroup) => void; back: () => void },
): TemplateResult {
  const told = mistake && t(`synonyms.wrong.${mistake.is}`, 'word' in mistake ? { word: mistake.word } : {});
  return html`<form
    class="group"
    @submit=${(event: Event) => {
      event.preventDefault();
      const { target } = event;
      if (!(target instanceof HTMLFormElement)) return;
      const given = new FormData(target);
      const language = (['fi', 'sv', 'en'] as const).find((one) => one === given.get('language')) ?? 'fi';
      done({ language, words: readWords(String(given.get('words'))), also: readWords(String(given.get('also'))) });
    }}
    @keydown=${({ key }: KeyboardEvent) => {
      if (key === 'Escape') back();
    }}
  >
    <p class="field">
      <label for="language">${t('synonyms.language')}</label>
      <select id="language" name="language">
        ${(['fi', 'sv', 'en'] as const).map(
          (one) =>
            html`<option value=${one} ?selected=${one === group.language}>${t(`synonyms.language.${one}`)}</option>`,
        )}
      </select>
    </p>
    <p class="field">
      <label for="words">${t('synonyms.words')}</label>
      <textarea
        id="words"
        name="words"
        rows="2"
        aria-describedby="words-hint words-wrong"
        .value=${group.words.join(', ')}
      ></textarea>
      <span id="words-hint" class="quiet">${t('synonyms.words.hint')}</span>
      <span id="words-wrong" role="alert" class=${told === undefined ? '' : 'wrong'}>${told ?? nothing}</span>
    </p>
    <p class="field">
      <label for="also">${t('synonyms.also')}</label>
      <textarea id="also" name="also" rows="2" aria-describedby="also-hint" .value=${group.also.join(', ')}></textarea>
      <span id="also-hint" class="quiet">${t('synonyms.also.hint')}</span>
    </p>
    <p class="line">
      <button class="main">${t('synonyms.ready')}</button>
      <button type="button" @click=${back}>${t('synonyms.back')}</button>
    </p>
  </form>`;
}

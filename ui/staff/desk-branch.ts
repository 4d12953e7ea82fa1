import { branchById, branches } from '../../config/region/branches.ts';
import { html, type TemplateResult } from 'lit';
import { branchName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { deskBranchKey } from './desk-branch-key.ts';

/**
 * The branch whose desk this device stands at: the one that was chosen in `root` before its element was alive, or the one the
 * device has kept; undefined where nobody has said so.
 */
export function readDeskBranch(root: ParentNode | null): string | undefined {
  const chosen = root?.querySelector<HTMLSelectElement>('#branch')?.value;
  if (chosen) {
    keepDeskBranch(chosen);
    return chosen;
  }
  try {
    const kept = localStorage.getItem(deskBranchKey) ?? undefined;
    return kept !== undefined && branchById(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepDeskBranch(branch: string): void {
  try {
    localStorage.setItem(deskBranchKey, branch);
  } catch {
    // it lasts as long as the page
  }
}

/**
 * Where one says at which branch one works. `done` is told when the choice is made: with keys each letter and arrow chooses, and
 * Enter ends it.
 */
export const branchChoice = (
  { t, locale }: Reader,
  chosen: string | undefined,
  { choose, done }: { choose: (branch: string) => void; done: () => void },
): TemplateResult =>
  html`<p class="branch">
    <label for="branch">${t('staff.branch')}</label>
    <select
      id="branch"
      @change=${(event: Event) => {
        const { target } = event;
        if (!(target instanceof HTMLSelectElement) || target.value === '') return;
        choose(target.value);
        if (!target.hasAttribute('data-keys')) done();
      }}
      @pointerdown=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLElement) currentTarget.removeAttribute('data-keys');
      }}
      @keydown=${({ key, currentTarget }: KeyboardEvent) => {
        if (currentTarget instanceof HTMLElement) currentTarget.setAttribute('data-keys', '');
        if (key === 'Enter' && chosen !== undefined) done();
      }}
    >
      <option value="" ?selected=${chosen === undefined}>${t('staff.branchChoose')}</option>
      ${branches.map(
        ({ id }) => html`<option value=${id} ?selected=${id === chosen}>${branchName(id, locale)}</option>`,
      )}
    </select>
  </p>`;

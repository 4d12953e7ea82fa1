import { html, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import { fieldPart, noticePart } from '../form-parts.ts';
import type { Visitor } from '../visitor-part.ts';
import { hidden } from './entry-part.ts';
import { listPath } from './list-state.ts';

export interface JoinState {
  readonly reader: Reader;
  readonly visitor: Visitor | undefined;
  readonly id: string;
  readonly token: string;
  readonly name: string;
  readonly refused?: string | undefined;
}

export const invitationPath = (id: string): string => `${listPath(id)}/invitation`;

/**
 * Where an invitation leads. Its code stands behind the `#` of the address, which no server and no log sees; a script puts it into
 * its field. It says nothing of the list, nor whether there is one.
 */
export function joinPage({ reader: { t }, visitor, id, token, name, refused }: JoinState): TemplateResult {
  return html`<div class="narrow" data-invitation>
    <h1>${t('list.joinTitle')}</h1>
    <p class="lead">${t('list.joinLead')}</p>
    ${noticePart(refused ? { tone: 'refused', text: refused } : undefined)}
    ${
      visitor
        ? html`<form method="post" action=${invitationPath(id)} class="form">
            ${hidden({ visitor })}
            ${fieldPart({ name: 'name', label: t('list.joinName'), hint: t('list.joinNameHint'), value: name, autocomplete: 'nickname', longest: 100, required: true })}
            ${fieldPart({ name: 'token', label: t('list.joinCode'), hint: t('list.joinCodeHint'), value: token, required: true })}
            <button class="action" name="do" value="join">${t('list.join')}</button>
          </form>`
        : html`<p>${t('list.joinLogIn')}</p>
            <p>
              <a class="action" href=${`/login?next=${encodeURIComponent(invitationPath(id))}`} data-keep-hash
                >${t('login.title')}</a
              >
            </p>`
    }
  </div>`;
}

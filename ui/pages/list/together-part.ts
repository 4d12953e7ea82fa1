import { html, nothing, type TemplateResult } from 'lit';
import { longDate } from '../long-date.ts';
import { copyButton } from '../copy-button.ts';
import { choicePart } from '../form-parts.ts';
import { hidden } from './entry-part.ts';
import { viewAddress, type ListState } from './list-state.ts';

/** Who writes and reads together, and, for the owner, invitations by link. */
export function togetherPart(state: ListState): TemplateResult {
  const { reader: { t, locale }, list, role, members, invitations, invited, view } = state; // prettier-ignore
  const action = viewAddress(list.id, view);
  const until = (at: Date) => longDate(at.toISOString().slice(0, 10), locale);
  return html`<details class="change" id="together" ?open=${invited !== undefined}>
    <summary>${t('list.together')}</summary>
    ${
      invited
        ? html`<div class="told done" role="status">
            <p>${t('list.invited', { date: until(invited.expiresAt) })}</p>
            <p class="field">
              <label for="invite-address">${t('list.inviteAddress')}</label>
              <input id="invite-address" readonly value=${invited.address} />
            </p>
            <p>${copyButton(state.reader, { text: invited.address })}</p>
            <p data-told role="status"></p>
          </div>`
        : nothing
    }
    <h2>${t('list.members')}</h2>
    ${members.length === 0 ? html`<p class="quiet">${t('list.membersNone')}</p>` : nothing}
    <ul class="people">
      ${members.map(
        ({ id, name, role: does, you }) =>
          html`<li>
            <span
              ><span translate="no">${name}</span>${you ? ` (${t('list.you')})` : ''}, ${t(`list.member.${does}`)}</span
            >
            ${
              role === 'owner'
                ? html`<form method="post" action=${action} data-in-place>
                    ${hidden(state)}<input type="hidden" name="member" value=${id} />
                    <button
                      class="second"
                      name="do"
                      value="removeMember"
                      aria-label=${t('list.removeMember', { name })}
                    >
                      ${t('list.remove')}
                    </button>
                  </form>`
                : nothing
            }
          </li>`,
      )}
    </ul>
    ${
      role === 'owner'
        ? html`${
              invitations.length === 0
                ? nothing
                : html`<h2>${t('list.invitations')}</h2>
                    <ul class="people">
                      ${invitations.map(
                        (one) =>
                          html`<li>
                            <span>${t(`list.invitation.${one.role}`, { date: until(one.expiresAt) })}</span>
                            <form method="post" action=${action} data-in-place>
                              ${hidden(state)}<input type="hidden" name="invitation" value=${one.id} />
                              <button class="second" name="do" value="withdraw">${t('list.withdraw')}</button>
                            </form>
                          </li>`,
                      )}
                    </ul>`
            }
            <form method="post" action=${action} class="form" data-in-place>
              ${hidden(state)}
              ${choicePart({ name: 'role', label: t('list.inviteAs'), chosen: 'writer', options: (['writer', 'reader'] as const).map((one) => [one, t(`list.inviteAs.${one}`)]) })}
              <button class="second" name="do" value="invite">${t('list.invite')}</button>
            </form>`
        : nothing
    }
  </details>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { WriterMessage } from '../../../domain/moderation/schema.ts';
import type { Reader } from '../../messages/messages.ts';
import { dayText, momentPart } from '../moment.ts';
import { accountPage, hiddenFields, type AccountState } from './account.ts';

/** What staff have told somebody of what they have written, the last first. */
export function messagesPage(state: AccountState, messages: readonly WriterMessage[]): TemplateResult {
  const { reader } = state;
  const { t, locale } = reader;
  const content = html`
    ${messages.length === 0 ? html`<p class="quiet">${t('messages.none')}</p>` : nothing}
    <ul class="listing">
      ${messages.map(
        (message) =>
          html`<li class="listed">
            <div>
              <h2 class="listed-title">
                ${message.read ? nothing : html`<span class="eyebrow">${t('messages.new')}</span> `}${saidBy(reader, message)}
              </h2>
              ${message.words === '' ? nothing : html`<p>${message.words}</p>`}
              ${message.about ? aboutPart(reader, message.about) : nothing}
              <p class="quiet">${momentPart(message.at, locale)}</p>
            </div>
            ${
              message.read
                ? nothing
                : html`<form method="post" action="/account/messages">
                    ${hiddenFields(state)}
                    <button class="second" name="read" value=${message._id}>${t('messages.read')}</button>
                  </form>`
            }
          </li>`,
      )}
    </ul>
  `;
  return accountPage(state, t('messages.title'), content);
}

function saidBy({ t, locale }: Reader, { kind, until }: WriterMessage): string {
  return kind === 'banned' && until ? t('messages.bannedUntil', { date: dayText(until, locale) }) : t(`messages.${kind}`); // prettier-ignore
}

function aboutPart({ t }: Reader, { kind, excerpt, address }: NonNullable<WriterMessage['about']>): TemplateResult {
  const name = html`${t(`voice.${kind}`)}: ${excerpt}`;
  return html`<p class="quiet">${address === '' ? name : html`<a href=${address}>${name}</a>`}</p>`;
}

import { html, type TemplateResult } from 'lit';
import { letter } from '../letter.ts';
import type { Reader } from '../messages/messages.ts';
import { copyButton } from './copy-button.ts';

/** Handing a page on: by the device's own sheet, by copying its address, by e-mail. What only scripts can do, they show. */
export function sharePart(reader: Reader, { title, address }: { title: string; address: string }): TemplateResult {
  const { t } = reader;
  return html`<p class="buttons">
      <button class="second" type="button" hidden data-share=${address} data-title=${title}>${t('list.share')}</button>
      ${copyButton(reader, { text: address })}
      <a class="second" href=${letter(title, address)}>${t('list.mail')}</a>
    </p>
    <p data-told role="status"></p>`;
}

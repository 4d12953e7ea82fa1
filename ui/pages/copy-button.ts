import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../messages/messages.ts';

interface Copied {
  /** What it copies. */
  readonly text: string;
  readonly name?: string;
  /** What is told once it is copied, and where the browser does not let it be. */
  readonly done?: string;
  readonly failed?: string;
  /** It stands in a row of links, not among buttons. */
  readonly inRow?: boolean;
}

/** A button that copies a text, an address where nothing else is said. Only scripts can: `ui/client/wake-buttons.ts` shows it. */
export const copyButton = ({ t }: Reader, { text, name, done, failed, inRow = false }: Copied): TemplateResult =>
  html`<button
    type="button"
    class=${inRow ? nothing : 'second'}
    hidden
    data-copy=${text}
    data-done=${done ?? t('list.addressCopied')}
    data-failed=${failed ?? t('list.copyFailed')}
  >
    ${name ?? t('list.copyAddress')}
  </button>`;

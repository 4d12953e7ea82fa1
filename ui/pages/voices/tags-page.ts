import { html, type TemplateResult } from 'lit';
import type { Reader } from '../../messages/messages.ts';
import { searchAddress } from '../../search/address.ts';

import { reportTagPart } from './report-tag-part.ts';

export interface CloudTag {
  readonly key: string;
  readonly works: number;
}

/** Words of readers for works by the alphabet, the larger the more works have them; how many is told in words as well. */
export function tagsPage(reader: Reader, tags: readonly CloudTag[]): TemplateResult {
  const { t, locale } = reader;
  const sorted = tags.toSorted((a, b) => a.key.localeCompare(b.key, locale));
  const most = Math.max(1, ...tags.map(({ works }) => works));
  return html`<div class="cloud-page">
    <h1>${t('tags.cloud')}</h1>
    <p class="lead">${tags.length === 0 ? t('tags.cloudNone') : t('tags.cloudLead')}</p>
    <ul class="cloud">
      ${sorted.map(
        ({ key, works }) =>
          html`<li class=${`size-${sizeOf(works, most)}`}>
            <a href=${searchAddress({ tag: [key] })}
              >${key} <span class="unseen">(${t('tags.works', { n: works })})</span></a
            >
          </li>`,
      )}
    </ul>
    ${reportTagPart(
      reader,
      sorted.map(({ key }) => key),
    )}
  </div>`;
}

const sizes = 5;

/** One of five steps, by the logarithm: few tags are on many works. */
export const sizeOf = (works: number, most: number): number =>
  most <= 1 ? 1 : 1 + Math.round(((sizes - 1) * Math.log(Math.max(1, works))) / Math.log(most));

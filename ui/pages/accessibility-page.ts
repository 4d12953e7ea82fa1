import { html, type TemplateResult } from 'lit';
import type { Reader } from '../messages/messages.ts';
import { longDate } from './long-date.ts';

/** Day of the assessment the statement tells of. */
const assessed = '2026-11-25';

/**
 * The accessibility statement the law on digital services (306/2019) asks for: status, exceptions with reasons, method and
 * date, how to give feedback and how soon it is answered, and the supervising authority.
 */
export function accessibilityPage({ t, locale }: Reader): TemplateResult {
  const date = longDate(assessed, locale);
  const site = authority[locale];
  return html`
    <article class="prose">
      <h1>${t('accessibility.title')}</h1>
      <p class="lead">${t('accessibility.intro')}</p>
      <h2>${t('accessibility.statusTitle')}</h2>
      <p>${t('accessibility.status')}</p>
      <h2>${t('accessibility.exceptionsTitle')}</h2>
      <ul>
        <li>${t('accessibility.exception1')}</li>
        <li>${t('accessibility.exception2')}</li>
        <li>${t('accessibility.exception3')}</li>
      </ul>
      <h2>${t('accessibility.methodTitle')}</h2>
      <p>${t('accessibility.method', { date })}</p>
      <h2>${t('accessibility.feedbackTitle')}</h2>
      <p>${t('accessibility.feedback')}</p>
      <h2>${t('accessibility.authorityTitle')}</h2>
      <p>${t('accessibility.authority')}</p>
      <address>
        ${t('accessibility.authorityName')}<br />
        ${t('accessibility.authorityUnit')}<br />
        <a href=${`https://${site}/`} hreflang=${locale}>${site}</a><br />
        <a href=${`mailto:${mail}`}>${mail}</a><br />
        ${t('accessibility.authorityPhone', { number: phone })}
      </address>
      <p class="quiet">${t('accessibility.updated', { date })}</p>
    </article>
  `;
}

/** The authority's guide for citizens, in each language; since 2025 the authority is Traficom. */
const authority = {
  fi: 'www.saavutettavuusvaatimukset.fi',
  sv: 'www.tillganglighetskrav.fi',
  en: 'www.webaccessibility.fi',
} as const;
const mail = 'saavutettavuus@traficom.fi';
const phone = '029\u00a0534\u00a05000';

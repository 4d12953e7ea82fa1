import { recentKey } from '../elements/lastu-search-box/recent-key.ts';
import { html, type TemplateResult } from 'lit';
import { memoryKey } from '../memory/memory-list.ts';
import type { Reader } from '../messages/messages.ts';
import { deskBranchKey } from '../staff/desk-branch-key.ts';
import { homeCookie } from '../search/home-cookie.ts';
import { longDate } from './long-date.ts';

/** Day on which the notice was last compared with what the service does. */
const compared = '2026-11-25';

/**
 * All that the service keeps on a reader's device; what is not in this list must not be kept there. Where the service is
 * reached by https, the names of the cookies of a log-in begin with `__Host-`.
 */
export const keptOnDevice = [
  { name: 'lastu-lang', purpose: 'privacy.kept.language', time: 'privacy.time.year' },
  { name: homeCookie, purpose: 'privacy.kept.home', time: 'privacy.time.year' },
  { name: recentKey, purpose: 'privacy.kept.recent', time: 'privacy.time.month' },
  { name: memoryKey, purpose: 'privacy.kept.memory', time: 'privacy.time.removed' },
  { name: deskBranchKey, purpose: 'privacy.kept.deskBranch', time: 'privacy.time.removed' },
  { name: 'lastu-session', purpose: 'privacy.kept.session', time: 'privacy.time.session' },
  { name: 'lastu-device', purpose: 'privacy.kept.device', time: 'privacy.time.login' },
  { name: 'lastu-staff', purpose: 'privacy.kept.staff', time: 'privacy.time.session' },
  { name: 'lastu-staff-device', purpose: 'privacy.kept.staffDevice', time: 'privacy.time.login' },
  { name: 'lastu-oidc', purpose: 'privacy.kept.staffProvider', time: 'privacy.time.closed' },
] as const;

/** The privacy notice (GDPR, article 13): what is kept where, for how long, by whom, and whom to ask. */
export function privacyPage({ t, locale }: Reader): TemplateResult {
  const authority = authorities[locale];
  return html`
    <article class="prose">
      <h1>${t('privacy.title')}</h1>
      <p class="lead">${t('privacy.intro')}</p>
      <h2>${t('privacy.searchTitle')}</h2>
      <p>${t('privacy.search')}</p>
      <p>${t('privacy.others')}</p>
      <h2 id="device">${t('privacy.deviceTitle')}</h2>
      <p>${t('privacy.device')}</p>
      <dl class="kept">
        ${keptOnDevice.map(
          ({ name, purpose, time }) =>
            html`<div>
              <dt translate="no">${name}</dt>
              <dd>${t(purpose)}</dd>
              <dd class="quiet">${t('privacy.keptTime')}: ${t(time)}</dd>
            </div>`,
        )}
      </dl>
      <p>${t('privacy.memory')}</p>
      <h2>${t('privacy.cardTitle')}</h2>
      <p>${t('privacy.card')}</p>
      <p>${t('privacy.history')}</p>
      <p>${t('privacy.recommendations')}</p>
      <p>${t('privacy.searches')}</p>
      <p>${t('privacy.voices')}</p>
      <p>${t('privacy.attempts')}</p>
      <h2>${t('privacy.logsTitle')}</h2>
      <p>${t('privacy.logs')}</p>
      <p>${t('privacy.metrics')}</p>
      <p>${t('privacy.statistics')}</p>
      <p>${t('privacy.staff')}</p>
      <h2>${t('privacy.elsewhereTitle')}</h2>
      <p>${t('privacy.elsewhere')}</p>
      <h2>${t('privacy.rightsTitle')}</h2>
      <p>${t('privacy.rights')}</p>
      <p>
        ${t('privacy.authority')}
        <a href=${`https://${authority}`} hreflang=${locale}>${authority}</a>
      </p>
      <p class="quiet">${t('privacy.updated', { date: longDate(compared, locale) })}</p>
    </article>
  `;
}

/** The Data Protection Ombudsman, in each language. */
const authorities = { fi: 'tietosuoja.fi', sv: 'tietosuoja.fi/sv', en: 'tietosuoja.fi/en' } as const;

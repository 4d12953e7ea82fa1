import { html, nothing, type TemplateResult } from 'lit';
import { locales } from '../../config/locales.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import type { AdmissionPolicy, Ban, VoiceKind, WatchedWords } from '../../domain/moderation/schema.ts';
import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { textAreaPart } from './form-parts.ts';
import { dayText } from './moment.ts';

export interface ModerationRulesState {
  readonly reader: Reader;
  readonly csrfToken: string;
  readonly policy: AdmissionPolicy;
  /** Whether whoever looks may change this municipality’s. */
  readonly mayChange: boolean;
  readonly kinds: readonly VoiceKind[];
  readonly words: WatchedWords;
  readonly bans: readonly { readonly ban: Ban; readonly name: string }[];
}

export const moderationRulesAddress = '/staff/moderation/rules';
const rules = ['at-once', 'new-writers-wait', 'all-wait'] as const;

/** When texts are published in a town, which words are watched in the region, and who may not write. */
export function moderationRulesPage(state: ModerationRulesState): TemplateResult {
  const { reader: { t, locale }, csrfToken, policy, mayChange, kinds, words, bans } = state; // prettier-ignore
  const hidden = (fields: Readonly<Record<string, string>>) =>
    Object.entries({ csrf: csrfToken, ...fields }).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`); // prettier-ignore
  return html`<div class="moderation">
    <section aria-labelledby="policy">
      <h2 id="policy">${t('moderation.policy')}</h2>
      <form method="get" action=${moderationRulesAddress} class="moderation-filter">
        <div class="field">
          <label for="policy-town">${t('moderation.town')}</label>
          <select id="policy-town" name="municipality">
            ${municipalities.map(({ id }) => html`<option value=${id} ?selected=${id === policy._id}>${municipalityName(id, locale)}</option>`)}
          </select>
        </div>
        <button class="second">${t('moderation.filter')}</button>
      </form>
      <form method="post" action=${`${moderationRulesAddress}?municipality=${policy._id}`} class="form">
        <fieldset class="form" ?disabled=${!mayChange}>
          <legend class="unseen">${municipalityName(policy._id, locale)}</legend>
          ${hidden({ version: String(policy.version) })}
          ${kinds.map(
            (kind) =>
              html`<div class="field">
                <label for=${`rule-${kind}`}>${t(`voice.${kind}`)}</label>
                <select id=${`rule-${kind}`} name=${kind}>
                  ${rules.map((rule) => html`<option value=${rule} ?selected=${rule === policy.rules[kind]}>${t(`moderation.rule.${rule}`)}</option>`)}
                </select>
              </div>`,
          )}
          ${numberField('newForDays', t('moderation.newFor'), policy.newForDays)}
          ${numberField('reportsThatHold', t('moderation.holdAt'), policy.reportsThatHold, t('moderation.holdAtHint'))}
          <button class="action" name="do" value="policy">${t('moderation.save')}</button>
        </fieldset>
      </form>
    </section>
    <section aria-labelledby="words">
      <h2 id="words">${t('moderation.watched')}</h2>
      <p class="quiet">${t('moderation.watchedHint')}</p>
      <form method="post" action=${moderationRulesAddress} class="form">
        ${hidden({ version: String(words.version) })}
        <div class="word-lists">
          ${locales.map((language) =>
            (['hold', 'refuse'] as const).map((effect) =>
              textAreaPart({
                id: `${effect}-${language}`,
                name: `${effect}-${language}`,
                label: t(`moderation.${effect}.${language}`),
                value: words.words[language][effect].join('\n'),
                rows: 8,
              }),
            ),
          )}
        </div>
        <button class="action" name="do" value="words">${t('moderation.save')}</button>
      </form>
    </section>
    <section aria-labelledby="bans">
      <h2 id="bans">${t('moderation.bans')}</h2>
      ${bans.length === 0 ? html`<p class="quiet">${t('moderation.noBans')}</p>` : nothing}
      <ul class="bans">
        ${bans.map(
          ({ ban, name }) =>
            html`<li>
              <div>
                <strong>${name}</strong>
                <p>${ban.reason}</p>
                <p class="quiet">${banText(state.reader, ban)}</p>
              </div>
              <form method="post" action=${moderationRulesAddress}>
                ${hidden({ patron: ban._id })}
                <button class="second" name="do" value="unban" aria-label=${`${t('moderation.unban')}: ${name}`}>
                  ${t('moderation.unban')}
                </button>
              </form>
            </li>`,
        )}
      </ul>
    </section>
  </div>`;
}

function banText({ t, locale }: Reader, { since, until }: Ban): string {
  const began = dayText(since, locale);
  return until ? t('moderation.banUntil', { since: began, until: dayText(until, locale) }) : t('moderation.banSince', { since: began }); // prettier-ignore
}

const numberField = (name: string, label: string, value: number | undefined, hint?: string) =>
  html`<div class="field short">
    <label for=${name}>${label}</label>
    ${hint ? html`<p class="field-hint" id=${`${name}-hint`}>${hint}</p>` : nothing}
    <input
      id=${name}
      name=${name}
      inputmode="numeric"
      pattern="[0-9]*"
      value=${value ?? ''}
      aria-describedby=${hint ? `${name}-hint` : nothing}
    />
  </div>`;

import { html, type TemplateResult } from 'lit';
import type { Locale } from '../../config/locales.ts';

/** An instant as one reads it in Päijät-Häme: "25.11.2026 klo 14.30". */
export const momentText = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(at);

/** The day alone: "25.11.2026". */
export const dayText = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(at);

export const dayPart = (at: Date, locale: Locale): TemplateResult =>
  html`<time datetime=${at.toISOString()}>${dayText(at, locale)}</time>`;

export const momentPart = (at: Date, locale: Locale): TemplateResult =>
  html`<time datetime=${at.toISOString()}>${momentText(at, locale)}</time>`;

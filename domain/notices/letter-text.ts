import { branchById } from '../../config/region/branches.ts';
import type { Locale } from '../../config/locales.ts';
import { escaped } from './escaped.ts';
import type { Occasion } from './occasions.ts';
import { phrases } from './phrases.ts';
import type { CirculationLetterKind } from './schema.ts';

/** An occasion with the title of what it is about. */
export type TitledOccasion = Occasion & { readonly title: string };

/** The words of a letter, as plain text and as HTML that says the same. Titles stay out of the subject, which others see. */
export function letterText(
  kind: CirculationLetterKind,
  occasions: readonly TitledOccasion[],
  { language, child, publicUrl }: { language: Locale; child?: string | undefined; publicUrl: string },
): { subject: string; text: string; html: string } {
  const words = phrases[language];
  const { subject, lead, link } = words[kind](occasions.length);
  const lines = occasions.map((one) => ({ title: one.title, facts: factsOf(one, language) }));
  const address = `${publicUrl}/account/${kind === 'dueSoon' || kind === 'overdue' ? 'loans' : 'holds'}?lang=${language}`;
  const settings = `${publicUrl}/account/settings?lang=${language}`;
  const about = child === undefined ? [] : [words.card(child)];
  const text = [
    words.greeting,
    ...about,
    lead,
    lines.map(({ title, facts }) => `* ${title}\n  ${facts}`).join('\n'),
    `${link}\n${address}`,
    `--\n${words.why}\n${settings}`,
  ].join('\n\n');
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
    ...[words.greeting, ...about, lead].map((line) => `<p>${escaped(line)}</p>`),
    `<ul>${lines.map(({ title, facts }) => `<li><strong>${escaped(title)}</strong><br>${escaped(facts)}</li>`).join('')}</ul>`,
    `<p><a href="${escaped(address)}">${escaped(link)}</a></p>`,
    `<p><small><a href="${escaped(settings)}">${escaped(words.why)}</a></small></p></body></html>`,
  ].join('\n');
  return { subject, text: `${text}\n`, html };
}

function factsOf(occasion: Occasion, language: Locale): string {
  const words = phrases[language];
  const day = (date: string) => new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)); // prettier-ignore
  const euros = (cents: number) =>
    new Intl.NumberFormat(tags[language], { style: 'currency', currency: 'EUR' }).format(cents / 100);
  switch (occasion.kind) {
    case 'readyForPickup': {
      const branch = branchById(occasion.branch)?.name[language] ?? occasion.branch;
      return words.pickup({ branch, number: occasion.pickupNumber, by: day(occasion.pickupBy) });
    }
    case 'dueSoon':
      return words.due(day(occasion.dueOn));
    case 'overdue':
      return [words.due(day(occasion.dueOn)), ...(occasion.cents > 0 ? [words.overdueFee(euros(occasion.cents))] : [])].join(', '); // prettier-ignore
    case 'holdExpired':
      return [words[occasion.ended], ...(occasion.cents > 0 ? [words.unclaimedFee(euros(occasion.cents))] : [])].join(
        ', ',
      );
  }
}

const tags: Readonly<Record<Locale, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

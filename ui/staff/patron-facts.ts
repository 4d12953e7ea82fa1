import { municipalityName } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import type { StaffPatron } from './staff-api.ts';
import { shortDate } from './words.ts';

/** Who a patron is, on one line: the card and its state, the home municipality, the day of birth, how they are reached. */
export function patronFacts(
  { t, locale }: Reader,
  { cardNumber, cardState, municipality, birthDate, contact }: StaffPatron,
): string {
  return [
    cardNumber && `${t('staff.card')} ${cardNumber}`,
    t(`staff.cardState.${cardState}`),
    municipalityName(municipality, locale),
    birthDate && t('staff.born', { date: shortDate(birthDate, locale) }),
    contact.email,
    contact.phone,
  ]
    .filter(Boolean)
    .join(' · ');
}

import type { Locale } from '../../config/locales.ts';
import type { CirculationLetterKind } from './schema.ts';

/** What letters are made of, for one language. A kind is worded for so many loans or holds. */
interface Phrases extends Readonly<
  Record<CirculationLetterKind, (count: number) => { subject: string; lead: string; link: string }>
> {
  readonly greeting: string;
  /** Whose card it is about. */
  card(name: string): string;
  pickup(place: { branch: string; number: number; by: string }): string;
  due(date: string): string;
  overdueFee(sum: string): string;
  /** How a hold has ended. */
  readonly unclaimed: string;
  readonly expired: string;
  readonly withdrawn: string;
  unclaimedFee(sum: string): string;
  /** Why the reader gets this, and where to say otherwise. */
  readonly why: string;
}

const oneOrMany = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const phrases: Readonly<Record<Locale, Phrases>> = {
  fi: {
    greeting: 'Hei',
    card: (name) => `Viesti koskee korttia, jonka haltija on ${name}.`,
    readyForPickup: (n) => ({
      subject: oneOrMany(n, 'Varauksesi on noudettavissa', `${n} varaustasi on noudettavissa`),
      lead: oneOrMany(n, 'Varauksesi odottaa sinua kirjastossa:', 'Varauksesi odottavat sinua kirjastossa:'),
      link: 'Katso varauksesi',
    }),
    dueSoon: (n) => ({
      subject: oneOrMany(n, 'Lainasi eräpäivä lähestyy', `${n} lainasi eräpäivä lähestyy`),
      lead: oneOrMany(n, 'Lainasi eräpäivä lähestyy:', 'Lainojesi eräpäivä lähestyy:'),
      link: 'Katso lainasi tai uusi ne',
    }),
    overdue: (n) => ({
      subject: oneOrMany(n, 'Lainasi on myöhässä', `${n} lainaasi on myöhässä`),
      lead: oneOrMany(n, 'Palautathan lainasi tai uusit sen. Eräpäivä on mennyt:', 'Palautathan lainasi tai uusit ne. Eräpäivä on mennyt:'), // prettier-ignore
      link: 'Katso lainasi tai uusi ne',
    }),
    holdExpired: (n) => ({
      subject: oneOrMany(n, 'Varauksesi on päättynyt', `${n} varaustasi on päättynyt`),
      lead: oneOrMany(n, 'Varauksesi on päättynyt:', 'Varauksesi ovat päättyneet:'),
      link: 'Katso varauksesi',
    }),
    pickup: ({ branch, number, by }) => `${branch}, noutonumero ${number}, nouda viimeistään ${by}`,
    due: (date) => `Eräpäivä ${date}`,
    overdueFee: (sum) => `myöhästymismaksu tähän mennessä ${sum}`,
    unclaimed: 'Varausta ei noudettu ajoissa',
    expired: 'Viimeinen voimassaolopäivä on mennyt',
    withdrawn:
      'Kirjastoissamme ei ole enää yhtään nidettä, jonka voisit saada. Varauksesta ei peritä maksua. Etsi toista painosta tai versiota, tai kysy kirjastostasi, voiko teoksen saada kaukolainaksi',
    unclaimedFee: (sum) => `noutamattoman varauksen maksu ${sum}`,
    why: 'Voit valita asetuksissa, mitä viestejä saat',
  },
  sv: {
    greeting: 'Hej',
    card: (name) => `Meddelandet gäller kortet som tillhör ${name}.`,
    readyForPickup: (n) => ({
      subject: oneOrMany(n, 'Din reservation kan avhämtas', `${n} av dina reservationer kan avhämtas`),
      lead: oneOrMany(n, 'Din reservation väntar på dig på biblioteket:', 'Dina reservationer väntar på dig på biblioteket:'), // prettier-ignore
      link: 'Se dina reservationer',
    }),
    dueSoon: (n) => ({
      subject: oneOrMany(n, 'Ditt lån förfaller snart', `${n} av dina lån förfaller snart`),
      lead: oneOrMany(n, 'Ditt lån förfaller snart:', 'Dina lån förfaller snart:'),
      link: 'Se dina lån eller förnya dem',
    }),
    overdue: (n) => ({
      subject: oneOrMany(n, 'Ditt lån är försenat', `${n} av dina lån är försenade`),
      lead: oneOrMany(n, 'Lämna tillbaka lånet eller förnya det. Förfallodagen har passerat:', 'Lämna tillbaka lånen eller förnya dem. Förfallodagen har passerat:'), // prettier-ignore
      link: 'Se dina lån eller förnya dem',
    }),
    holdExpired: (n) => ({
      subject: oneOrMany(n, 'Din reservation har upphört', `${n} av dina reservationer har upphört`),
      lead: oneOrMany(n, 'Din reservation har upphört:', 'Dina reservationer har upphört:'),
      link: 'Se dina reservationer',
    }),
    pickup: ({ branch, number, by }) => `${branch}, hämtnummer ${number}, hämta senast ${by}`,
    due: (date) => `Förfallodag ${date}`,
    overdueFee: (sum) => `förseningsavgift hittills ${sum}`,
    unclaimed: 'Reservationen hämtades inte i tid',
    expired: 'Sista giltighetsdagen har passerat',
    withdrawn:
      'Våra bibliotek har inte längre något exemplar som du kan få. Ingen avgift tas ut. Sök en annan utgåva eller version, eller fråga ditt bibliotek om verket kan fjärrlånas',
    unclaimedFee: (sum) => `avgift för ohämtad reservation ${sum}`,
    why: 'I inställningarna kan du välja vilka meddelanden du får',
  },
  en: {
    greeting: 'Hello',
    card: (name) => `This is about the card of ${name}.`,
    readyForPickup: (n) => ({
      subject: oneOrMany(n, 'Your hold is ready for pickup', `${n} of your holds are ready for pickup`),
      lead: oneOrMany(n, 'Your hold is waiting for you at the library:', 'Your holds are waiting for you at the library:'), // prettier-ignore
      link: 'See your holds',
    }),
    dueSoon: (n) => ({
      subject: oneOrMany(n, 'Your loan is due soon', `${n} of your loans are due soon`),
      lead: oneOrMany(n, 'Your loan is due soon:', 'Your loans are due soon:'),
      link: 'See or renew your loans',
    }),
    overdue: (n) => ({
      subject: oneOrMany(n, 'Your loan is overdue', `${n} of your loans are overdue`),
      lead: oneOrMany(n, 'Please return or renew your loan. Its due date has passed:', 'Please return or renew your loans. Their due dates have passed:'), // prettier-ignore
      link: 'See or renew your loans',
    }),
    holdExpired: (n) => ({
      subject: oneOrMany(n, 'Your hold has ended', `${n} of your holds have ended`),
      lead: oneOrMany(n, 'Your hold has ended:', 'Your holds have ended:'),
      link: 'See your holds',
    }),
    pickup: ({ branch, number, by }) => `${branch}, pickup number ${number}, collect by ${by}`,
    due: (date) => `Due date ${date}`,
    overdueFee: (sum) => `overdue fee so far ${sum}`,
    unclaimed: 'It was not collected in time',
    expired: 'Its last valid day has passed',
    withdrawn:
      'Our libraries have no copy left that you could get. There is no fee. Look for another edition or version, or ask your library whether it can be had as an interlibrary loan',
    unclaimedFee: (sum) => `fee for an unclaimed hold ${sum}`,
    why: 'You can choose in your settings which messages you get',
  },
};

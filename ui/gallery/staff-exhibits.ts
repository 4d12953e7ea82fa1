import { html } from 'lit';
import '../elements/lastu-desk/lastu-desk.ts';
import '../elements/lastu-jobs/lastu-jobs.ts';
import '../elements/lastu-staff-patron/lastu-staff-patron.ts';
import '../elements/lastu-staff-patrons/lastu-staff-patrons.ts';
import '../elements/lastu-transports/lastu-transports.ts';
import type { Locale } from '../../config/locales.ts';
import type { Row } from '../elements/lastu-desk/scan.ts';
import { readerOf } from '../messages/messages.ts';
import { busyQueues, failedJobs } from './jobs-samples.ts';
import type { DeskItem, ItemLookUp, StaffPatron } from '../staff/staff-api.ts';
import { instructionWords } from '../staff/words.ts';
import type { Exhibit } from './exhibit.ts';

/** The elements of staff, from samples alone: none of them asks the service here. */
export function staffExhibits(locale: Locale): readonly Exhibit[] {
  return [
    {
      element: 'lastu-desk',
      wide: true,
      specimens: [
        { state: 'empty', template: html`<lastu-desk lang=${locale}></lastu-desk>` },
        {
          state: 'many',
          template: html`<lastu-desk
            lang=${locale}
            branch="lahti"
            mode="checkIn"
            .rows=${rowsIn(locale)}
          ></lastu-desk>`,
        },
        {
          state: 'one',
          template: html`<lastu-desk lang=${locale} branch="lahti" mode="item" .item=${lent}></lastu-desk>`,
        },
      ],
    },
    {
      element: 'lastu-jobs',
      wide: true,
      specimens: [
        {
          state: 'many',
          template: html`<lastu-jobs lang=${locale} admin .jobs=${busyQueues} .list=${failedJobs}></lastu-jobs>`,
        },
      ],
    },
    {
      element: 'lastu-staff-patron',
      wide: true,
      specimens: [
        {
          state: 'many',
          template: html`<lastu-staff-patron lang=${locale} manage .patron=${debtor}></lastu-staff-patron>`,
        },
        {
          state: 'empty',
          template: html`<lastu-staff-patron lang=${locale} .patron=${newcomer}></lastu-staff-patron>`,
        },
      ],
    },
    {
      element: 'lastu-staff-patrons',
      wide: true,
      specimens: [
        {
          state: 'many',
          template: html`<lastu-staff-patrons lang=${locale} .found=${[debtor, newcomer]}></lastu-staff-patrons>`,
        },
      ],
    },
    {
      element: 'lastu-transports',
      wide: true,
      specimens: [
        {
          state: 'many',
          template: html`<lastu-transports
            lang=${locale}
            branch="lahti"
            .pull=${[onPull, { ...onPull, id: '310002', to: 'lahti', shelfMark: '9.5 SUO' }]}
            .incoming=${[onRoad]}
            .outgoing=${[]}
          ></lastu-transports>`,
        },
      ],
    },
  ];
}

function rowsIn(locale: Locale): Row[] {
  const reader = readerOf(locale);
  const { t } = reader;
  const common = { code: '310001', mode: 'checkIn', branch: 'lahti', state: 'done', title: 'Täällä Pohjantähden alla' } as const; // prettier-ignore
  return [
    { ...common, id: '1', ...instructionWords(reader, { do: 'holdShelf', pickupNumber: 42, pickupBy: '2026-12-03' }), slip: true }, // prettier-ignore
    { ...common, id: '2', ...instructionWords(reader, { do: 'transport', to: 'heinola', forHold: true }), slip: true },
    { ...common, id: '3', ...instructionWords(reader, { do: 'shelf' }) },
    { ...common, id: '4', title: undefined, state: 'refused', words: t('staff.refused'), more: t('refusal.item-not-found') }, // prettier-ignore
    { ...common, id: '5', words: t('staff.lent'), more: '', undoable: true },
    { ...common, id: '6', state: 'lost', words: t('staff.refused'), more: t('staff.refused.offline') },
  ];
}

const onPull: DeskItem = {
  id: '310001',
  recordId: 'r1',
  title: 'Täällä Pohjantähden alla',
  shelfMark: '84.2 LIN',
  branch: 'lahti',
  place: 'lahti',
  at: 'lahti',
  status: 'inTransit',
  to: 'heinola',
  since: '2026-11-20T08:00:00.000Z',
};
const onRoad: DeskItem = { ...onPull, id: '310003', at: 'heinola', to: 'lahti' };
const lent: ItemLookUp = {
  ...onPull,
  to: undefined,
  status: 'onLoan',
  workId: 'w1',
  waiting: 2,
  patron: { id: 'p1', name: 'Aino Ahola' },
  dueOn: '2026-12-20',
  history: [{ at: '2026-11-22T10:30:00.000Z', act: 'lent', branch: 'lahti', status: 'onLoan' }],
};
const newcomer: StaffPatron = {
  id: 'p2',
  name: 'Eero Erola',
  cardNumber: '10002',
  cardState: 'valid',
  municipality: 'heinola',
  contact: {},
  guardians: [],
  children: [],
  blocks: [],
  debtCents: 0,
  accruedCents: 0,
  loans: [],
  holds: [],
  fees: [],
};
const debtor: StaffPatron = {
  ...newcomer,
  id: 'p1',
  name: 'Aino Ahola',
  cardNumber: '10001',
  cardState: 'lost',
  birthDate: '1980-02-03',
  children: [{ id: 'p3', name: 'Otso Ahola' }],
  blocks: ['card-blocked', 'debt-limit-reached'],
  debtCents: 2_300,
  loans: [{ id: 'l1', itemId: '310001', title: 'Täällä Pohjantähden alla', dueOn: '2026-11-02', renewals: 1, accruedCents: 500 }], // prettier-ignore
  holds: [
    { id: 'h1', title: 'Sinuhe egyptiläinen', state: 'ready', pickupBranch: 'lahti', pickupNumber: 42, pickupBy: '2026-12-03' }, // prettier-ignore
    { id: 'h2', title: 'Muumipappa ja meri', state: 'queued', pickupBranch: 'heinola', position: 3 },
  ],
  fees: [{ id: 'f1', kind: 'overdue', title: 'Sinuhe egyptiläinen', cents: 500, openCents: 500, on: '2026-10-01' }],
};

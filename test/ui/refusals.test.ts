import { expect } from 'chai';
import { listProblems } from '../../api/list-problems.ts';
import { refusalProblems } from '../../api/refusal-problems.ts';
import { savedSearchProblems } from '../../api/saved-search-problems.ts';
import { voiceProblems } from '../../api/voice-problems.ts';
import { locales } from '../../config/locales.ts';
import '../../ui/messages/all.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { refusalText, type RefusalName } from '../../ui/refusals.ts';

const names = [
  ...Object.keys({ ...refusalProblems, ...savedSearchProblems, ...voiceProblems, ...listProblems }),
  'too-fast',
] as RefusalName[];

describe('What the library refuses', () => {
  it('is told in every language, whatever the API can refuse', () => {
    for (const locale of locales)
      for (const name of names)
        expect(refusalText(readerOf(locale), name), `${locale} ${name}`).to.match(/\S{2} .*\.$/);
  });

  it('is told apart: no two refusals say the same', () => {
    for (const locale of locales) {
      const texts = names.map((name) => refusalText(readerOf(locale), name));
      expect(new Set(texts).size, locale).to.equal(names.length);
    }
  });

  it('names the figures of its rule as the language writes them', () => {
    const fi = readerOf('fi');
    expect(refusalText(fi, 'debt-limit-reached', { rule: 'debtLimitCents@1', limit: 2_000, debt: 2_550 })).to.match(/25,50\s€.*20,00\s€/); // prettier-ignore
    expect(refusalText(fi, 'hold-limit-reached', { limit: 50 })).to.include('enintään 50');
    expect(refusalText(readerOf('sv'), 'renewals-used-up', { limit: 5 })).to.include('högst 5 gånger');
    expect(refusalText(readerOf('en'), 'due-date-stays', { dueOn: '2026-12-23' })).to.include('December 23, 2026');
    expect(refusalText(fi, 'self-service-not-started', { municipality: 'sysma', starts: '2027-01-10' })).to.match(/^Sysmä .*10\. tammikuuta 2027/); // prettier-ignore
  });

  it('does without figures that are not known', () => {
    const { t } = readerOf('fi');
    expect(refusalText(readerOf('fi'), 'self-service-not-started', { municipality: 'sysma', starts: undefined })).to.equal(t('refusal.self-service-not-started')); // prettier-ignore
  });
});

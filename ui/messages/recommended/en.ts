import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Recommendations, in English. */
export const en: Said<typeof fi> = {
  'recommended.alsoRead': 'Readers of this also read',
  'recommended.why':
    'Because the same patrons have borrowed these, listed them or rated them well. At least five patrons made each pair, and none of them can be seen.',
  'recommended.forYou': 'For you',
  'recommended.because.listed': 'Because “{title}” is in a list of yours',
  'recommended.because.rated': 'Because you liked “{title}”',
  'recommended.because.borrowed': 'Because you borrowed “{title}”',
  'recommended.none':
    'When you list works, rate them or keep your loan history, this is where we recommend what other readers of them liked.',
  'recommended.settings': 'Choose whether recommendations are shown',
  'recommended.legend': 'Recommendations',
  'recommended.setting': 'Recommend works to me',
  'recommended.settingHint':
    'Recommendations are counted from the lists, ratings and loan histories of patrons, and nobody’s can be seen in them. Without this you are recommended nothing, and nothing of yours is counted. It takes effect within a day.',
};

import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Recommendations, in Swedish. */
export const sv: Said<typeof fi> = {
  'recommended.alsoRead': 'De som läst det här har också läst',
  'recommended.why':
    'För att samma kunder har lånat dem, satt dem på sina listor eller gett dem goda betyg. Minst fem kunder ligger bakom varje par, och ingen av dem syns.',
  'recommended.forYou': 'För dig',
  'recommended.because.listed': 'För att ”{title}” finns på din lista',
  'recommended.because.rated': 'För att du tyckte om ”{title}”',
  'recommended.because.borrowed': 'För att du lånade ”{title}”',
  'recommended.none':
    'När du lägger till verk på listor, ger betyg eller sparar din lånehistorik rekommenderar vi här vad andra läsare av dem har tyckt om.',
  'recommended.settings': 'Välj om rekommendationer ska visas',
  'recommended.legend': 'Rekommendationer',
  'recommended.setting': 'Rekommendera verk för mig',
  'recommended.settingHint':
    'Rekommendationerna räknas fram ur kundernas listor, betyg och lånehistorik, och ingens uppgifter syns i dem. Om du tar bort valet rekommenderas du inget, och dina uppgifter används inte. Ändringen gäller inom ett dygn.',
};

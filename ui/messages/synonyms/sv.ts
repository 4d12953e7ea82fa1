import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The page of synonyms, in Swedish. */
export const sv: Said<typeof fi> = {
  'synonyms.title': 'Synonymer',
  'synonyms.lead': 'Ord som betyder detsamma i sökningen, och sökningar som du bevakar.',
  'synonyms.used': 'Sökningarna använder version {used}. Den senast sparade är version {version}.',
  'synonyms.usedSame': 'Sökningarna använder den senast sparade versionen {version}.',
  'synonyms.usedNone': 'Sökningarna använder inga synonymer än. Den senast sparade är version {version}.',
  'synonyms.none': 'Inga synonymer har sparats än.',
  'synonyms.use': 'Ta version {version} i bruk genast',
  'synonyms.use.ask': 'Ta version {version} i bruk?',
  'synonyms.use.explain':
    'Alla sökningar använder de nya synonymerna om några sekunder. Det blir inget avbrott, och du kan gå tillbaka till en tidigare version.',
  'synonyms.use.no': 'Inte än',
  'synonyms.use.done': 'Sökningarna använder version {version} om några sekunder.',
  'synonyms.byReindex': 'Du kan också jämföra först: vid en omindexering får det nya indexet de sparade synonymerna.',

  'synonyms.groups': 'Grupper ({n})',
  'synonyms.groups.none': 'Det finns inga grupper.',
  'synonyms.groups.more': 'De första {n} visas. Sök med ett ord för att hitta resten.',
  'synonyms.find': 'Sök bland grupperna',
  'synonyms.add': 'Lägg till en grupp',
  'synonyms.edit': 'Ändra',
  'synonyms.remove': 'Ta bort',
  'synonyms.language': 'Språk',
  'synonyms.language.fi': 'finska',
  'synonyms.language.sv': 'svenska',
  'synonyms.language.en': 'engelska',
  'synonyms.words': 'Ord som betyder detsamma',
  'synonyms.words.hint': 'Skilj orden åt med kommatecken. Böjda former behövs inte.',
  'synonyms.also': 'Hitta också, bara åt ett håll',
  'synonyms.also.hint':
    'Frivilligt. Om du fyller i detta hittar en sökning med orden ovan också dessa, men inte tvärtom.',
  'synonyms.ready': 'Klar',
  'synonyms.back': 'Avbryt',
  'synonyms.wrong.few': 'En grupp behöver minst två ord.',
  'synonyms.wrong.twice': 'Ordet ”{word}” finns redan i en annan grupp eller två gånger.',
  'synonyms.wrong.long': '”{word}” är för långt: högst fyra ord och 80 tecken.',
  'synonyms.wrong.many': 'En grupp kan ha högst 20 ord.',

  'synonyms.changes': { one: '{n} osparad ändring', other: '{n} osparade ändringar' },
  'synonyms.changes.none': 'Inga osparade ändringar.',
  'synonyms.undo': 'Ångra den senaste ändringen',
  'synonyms.note': 'Anteckning till andra (frivillig)',
  'synonyms.save': 'Spara som ny version',
  'synonyms.saved': 'Sparad som version {version}. Sökningarna använder den när du tar den i bruk.',
  'synonyms.try': 'Prova sökningar',
  'synonyms.try.query': 'Sökning att prova',
  'synonyms.try.go': 'Jämför',
  'synonyms.try.explain':
    'Du ser vad sökningen och de bevakade sökningarna hittar nu och med dessa grupper. Ingenting ändras.',

  'synonyms.watched': 'Bevakade sökningar',
  'synonyms.watched.explain':
    'De jämförs före varje byte. En sökning per rad. Vill du ha ett mått på träffsäkerheten, skriv efter pilen vilket verk som ska hittas: sinuhe => Sinuhe egyptiläinen / Waltari',
  'synonyms.watched.label': 'Sökningar radvis',
  'synonyms.watched.save': 'Spara bevakade sökningar',
  'synonyms.watched.saved': { one: '{n} sökning har sparats.', other: '{n} sökningar har sparats.' },

  'synonyms.versions': 'Versioner',
  'synonyms.column.version': 'Version',
  'synonyms.column.at': 'Sparad',
  'synonyms.column.size': 'Grupper',
  'synonyms.column.note': 'Anteckning',
  'synonyms.column.act': 'Åtgärd',
  'synonyms.inUse': 'i bruk',
  'synonyms.restores': 'återställd från version {version}',
  'synonyms.restore': 'Återställ som ny version',
  'synonyms.restored': 'Återställd som version {version}.',
};

import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The page of the memory list, in Swedish. */
export const sv: Said<typeof fi> = {
  'memoryList.lead':
    'Minneslistan finns i den här webbläsaren, och du behöver inget kort för den. När du loggar in följer listan med på alla dina enheter.',
  'memoryList.beyond': {
    one: 'Här ser du de nyaste verken. I listan finns dessutom {n} äldre verk.',
    other: 'Här ser du de nyaste verken. I listan finns dessutom {n} äldre verk.',
  },
  'memoryList.noRoom':
    'Listorna på dina enheter har tillsammans fler än 2 000 verk, så de kunde inte slås ihop. Ingenting har försvunnit: ta bort verk, så slås listorna ihop.',
  'memoryList.mailTo': 'Mottagarens e-postadress',
  'memoryList.mailHint': 'Biblioteket skickar listan, och adressen sparas inte.',
  'memoryList.mailSend': 'Skicka',
  'memoryList.mailOwn': 'Öppna i ditt eget e-postprogram',
  'memoryList.mailSent': { one: '{n} verk skickades.', other: '{n} verk skickades.' },
  'memoryList.mailWrong': 'Kontrollera adressen.',
  'memoryList.mailTooFast':
    'Många brev har redan skickats. Försök igen senare, eller skicka listan från ditt eget e-postprogram.',
  'memoryList.mailFailed':
    'Brevet kunde inte skickas just nu. Försök igen om en stund, eller skicka listan från ditt eget e-postprogram.',
  'memoryList.noScript':
    'Minneslistan är sparad i din webbläsare och kräver JavaScript för att visas. Aktivera JavaScript så ser du din lista.',
  'memoryList.empty': 'Din minneslista är tom',
  'memoryList.emptyHint': 'Lägg till verk från sökresultaten eller från verkets egen sida, så hittar du dem här.',
  'memoryList.browse': 'Bläddra bland de mest lånade verken',
  'memoryList.notKept':
    'Din webbläsare tillåter inte att listan sparas. Den finns kvar bara så länge den här sidan är öppen.',
  'memoryList.failed': 'Uppgifter om verken och tillgängligheten kunde inte hämtas just nu.',
  'memoryList.retry': 'Försök igen',
  'memoryList.gone': 'Verket finns inte längre i samlingen.',
  'memoryList.remove': 'Ta bort',
  'memoryList.cleared': {
    one: 'Du tog bort {n} verk från minneslistan.',
    other: 'Du tog bort {n} verk från minneslistan.',
  },
  'memoryList.print': 'Skriv ut',
  'memoryList.copy': 'Kopiera som text',
  'memoryList.copied': { one: '{n} verk kopierat till urklipp.', other: '{n} verk kopierade till urklipp.' },
  'memoryList.copyFailed': 'Webbläsaren tillät inte kopiering. Du kan markera texten på sidan och kopiera den själv.',
  'memoryList.mail': 'Skicka med e-post',
  'memoryList.more': { one: 'och {n} verk till', other: 'och {n} verk till' },
  'memoryList.files': 'Exportera till fil',
  'memoryList.ris': 'RIS (Zotero, Mendeley, EndNote)',
  'memoryList.bibtex': 'BibTeX (LaTeX)',
  'memoryList.csv': 'CSV (kalkylprogram)',
  'memoryList.filesDone': 'Filen har laddats ner.',
  'memoryList.filesFailed': 'Filen kunde inte skapas just nu. Försök igen om en stund.',
  'memoryList.clear': 'Töm listan',
  'memoryList.csvTitle': 'Titel',
  'memoryList.csvAuthor': 'Upphovsman',
  'memoryList.csvFormat': 'Materialtyp',
  'memoryList.csvLanguage': 'Språk',
  'memoryList.csvYear': 'Utgiven',
  'memoryList.csvAddress': 'Adress',
};

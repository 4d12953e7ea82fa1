import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The accessibility statement, in Swedish. */
export const sv: Said<typeof fi> = {
  'accessibility.title': 'Tillgänglighetsutlåtande',
  'accessibility.intro':
    'Det här utlåtandet gäller webbiblioteket LASTU, som upprätthålls av kommunernas bibliotek i Päijänne-Tavastland. Tjänsten omfattas av lagen om tillhandahållande av digitala tjänster (306/2019).',
  'accessibility.statusTitle': 'Hur tillgänglig tjänsten är',
  'accessibility.status':
    'Tjänsten är gjord för att uppfylla nivåerna A och AA i tillgänglighetsriktlinjerna WCAG 2.2. Enligt vår egen bedömning uppfyller den kraven med de brister som nämns nedan.',
  'accessibility.exceptionsTitle': 'Vad som ännu inte är tillgängligt',
  'accessibility.exception1':
    'Kataloguppgifterna kommer från många källor. För en del titlar på andra språk saknas uppgift om språket, och då kan en skärmläsare uttala dem fel (WCAG 3.1.2).',
  'accessibility.exception2':
    'Verken har länkar till sidor som upprätthålls av andra, till exempel tjänster för e-material. Den som upprätthåller tjänsten svarar för dess tillgänglighet.',
  'accessibility.exception3': 'En utomstående expert har ännu inte bedömt tjänsten.',
  'accessibility.methodTitle': 'Hur tillgängligheten har bedömts',
  'accessibility.method':
    'Vi har själva gjort bedömningen {date}: varje sida kontrolleras automatiskt (axe) på breda och smala skärmar före varje publicering, och sidorna har gåtts igenom med enbart tangentbord, utan JavaScript, förstorade, i mörkt läge och med framtvingade färger.',
  'accessibility.feedbackTitle': 'Har du märkt en brist?',
  'accessibility.feedback':
    'Berätta om den för kundtjänsten på ditt bibliotek, på plats eller per telefon, så gör vi vårt bästa för att rätta till den. Vi svarar inom 14 dagar. På begäran får du uppgifterna också i någon annan form som passar dig.',
  'accessibility.authorityTitle': 'Om du inte får svar',
  'accessibility.authority':
    'Om du inte är nöjd med svaret eller inte får svar inom två veckor, kan du lämna in en anmälan till tillsynsmyndigheten. Anvisningar och kontaktuppgifter finns på webbplatsen tillganglighetskrav.fi.',
  'accessibility.updated': 'Utlåtandet är upprättat {date}.',
};

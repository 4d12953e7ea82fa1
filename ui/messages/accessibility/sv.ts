import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The accessibility statement, in Swedish. */
export const sv: Said<typeof fi> = {
  'accessibility.title': 'Tillgänglighetsutlåtande',
  'accessibility.intro':
    'Det här utlåtandet gäller webbiblioteket LASTU, som upprätthålls av kommunernas bibliotek i Päijänne-Tavastland. Tjänsten omfattas av lagen om tillhandahållande av digitala tjänster (306/2019).',
  'accessibility.statusTitle': 'Hur tillgänglig tjänsten är',
  'accessibility.status':
    'Tjänsten uppfyller delvis lagens krav, det vill säga nivåerna A och AA i tillgänglighetsriktlinjerna WCAG 2.1. Bristerna och orsakerna till dem nämns nedan. Tjänsten är gjord enligt de nyare riktlinjerna WCAG 2.2.',
  'accessibility.exceptionsTitle': 'Vad som ännu inte är tillgängligt',
  'accessibility.exception1':
    'För en del titlar på andra språk saknas uppgift om språket, och då kan en skärmläsare uttala dem fel (WCAG 3.1.2). Orsak: kataloguppgifterna kommer från många källor, och alla anger inte titelns språk. Uppgifterna kompletteras i samband med katalogiseringen.',
  'accessibility.exception2':
    'Verken har länkar till sidor som upprätthålls av andra, till exempel tjänster för e-material. Orsak: de är inte gjorda av oss, och lagen omfattar dem inte som en del av den här tjänsten. Den som upprätthåller tjänsten svarar för dess tillgänglighet.',
  'accessibility.exception3':
    'En utomstående expert har ännu inte bedömt tjänsten, och den har inte prövats med personer som använder hjälpmedel i sin vardag. Därför kan det finnas fler brister än vi vet om.',
  'accessibility.methodTitle': 'Hur tillgängligheten har bedömts',
  'accessibility.method':
    'Vi har själva gjort bedömningen {date}. Varje sida kontrolleras automatiskt (axe) före varje publicering: på bred och smal skärm, i ljust och mörkt läge, i alla kommuners färger. Färgernas kontrast räknas ut. Sökningen, begränsningarna och verkets sida har gåtts igenom med enbart tangentbord och utan JavaScript.',
  'accessibility.feedbackTitle': 'Har du märkt en brist?',
  'accessibility.feedback':
    'Berätta om den för kundtjänsten på ditt bibliotek, på plats eller per telefon, så gör vi vårt bästa för att rätta till den. Vi svarar inom 14 dagar. På begäran får du uppgifterna också i någon annan form som passar dig.',
  'accessibility.authorityTitle': 'Om du inte får svar',
  'accessibility.authority':
    'Om du inte är nöjd med svaret eller inte får svar inom två veckor, kan du lämna in en anmälan till tillsynsmyndigheten. På dess webbplats står det hur en anmälan görs och behandlas.',
  'accessibility.updated': 'Utlåtandet är upprättat {date}.',
  'accessibility.authorityName': 'Transport- och kommunikationsverket Traficom',
  'accessibility.authorityUnit': 'Enheten för tillsyn över digital tillgänglighet',
  'accessibility.authorityPhone': 'Telefonväxel {number}',
};

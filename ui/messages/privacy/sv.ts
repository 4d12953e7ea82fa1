import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The privacy notice, in Swedish. */
export const sv: Said<typeof fi> = {
  'privacy.title': 'Dataskydd',
  'privacy.intro':
    'Du kan söka och bläddra utan att berätta vem du är. Tjänsten följer dig inte, visar ingen reklam och berättar inte för andra att du varit här.',
  'privacy.searchTitle': 'När du söker',
  'privacy.search':
    'Dina sökord går till bibliotekets egen server, som svarar på dem. De sparas inte och kopplas inte till dig.',
  'privacy.others':
    'Allt du ser på sidorna kommer från samma server, också teckensnitt och bilder. Sidorna hämtar ingenting från andra: inga besöksräknare, inga kart- eller videotjänster, inga knappar för sociala medier.',
  'privacy.deviceTitle': 'Vad som blir kvar på din enhet',
  'privacy.device':
    'På din enhet sparas bara det du själv ber oss minnas. Du kan ta bort allt i webbläsarens inställningar, och tjänsten fungerar också utan.',
  'privacy.keptTime': 'Sparas',
  'privacy.kept.language': 'Kaka. Minns språket du har valt. Sätts först när du väljer språk.',
  'privacy.kept.home':
    'Kaka. Minns ditt eget bibliotek eller din kommun, om du ber om det. Innehåller bara dess beteckning.',
  'privacy.kept.memory': 'Webbläsarens minne. Verken du har lagt till i din minneslista. Listan lämnar inte din enhet.',
  'privacy.time.year': 'ett år från det senaste valet',
  'privacy.time.removed': 'tills du tar bort det',
  'privacy.logsTitle': 'Vad som blir kvar på servern',
  'privacy.logs':
    'När något går fel antecknar servern tiden, sidans adress utan sökord, felet och en slumpmässig beteckning som gör att felet hittas. Din IP-adress, webbläsare eller kakor antecknas inte. Kommunens nätförbindelse kan ha en egen logg: den beskrivs i kommunens dataskyddsbeskrivning.',
  'privacy.metrics':
    'Dessutom räknar servern hur många gånger sidor har öppnats och hur snabbt de svarade. I siffrorna finns inga uppgifter om besökare.',
  'privacy.elsewhereTitle': 'Sökning på kommunens sidor och länkar till andra',
  'privacy.elsewhere':
    'När sökningen är inbäddad på din kommuns sidor sätter den inga kakor där. Länkar till andra tjänster öppnar en sida som någon annan upprätthåller, med egna villkor.',
  'privacy.rightsTitle': 'Dina rättigheter',
  'privacy.rights':
    'Tjänsten upprätthålls av kommunernas bibliotek. Eftersom sökning och bläddring inte sparar personuppgifter om dig, har biblioteket inga sådana att visa eller ta bort. Om du har frågor om dataskydd, kontakta kundtjänsten på ditt bibliotek.',
  'privacy.authority':
    'Om du misstänker att dina personuppgifter behandlas fel kan du vända dig till dataombudsmannen.',
  'privacy.updated': 'Uppdaterat {date}.',
};

import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** The privacy notice, in Swedish. */
export const sv: Said<typeof fi> = {
  'privacy.title': 'Dataskydd',
  'privacy.intro':
    'Du kan söka och bläddra utan att berätta vem du är. Tjänsten följer dig inte, visar ingen reklam och berättar inte för andra att du varit här.',
  'privacy.searchTitle': 'När du söker',
  'privacy.search':
    'Dina sökord går till bibliotekets egen server, som svarar på dem. De kopplas inte till dig. Servern räknar hur många gånger samma ord har sökts, så att biblioteket ser vad som inte hittas. Vem som sökte, varifrån och exakt när sparas inte. Personalen ser ord först när de har sökts minst fem gånger och på fler än en dag; sällsynta ord tas bort efter en månad och andra efter ungefär ett år. Nummer på kort, telefoner och personer och e-postadresser räknas inte alls.',
  'privacy.others':
    'Allt du ser på sidorna kommer från samma server, också teckensnitt och bilder. Sidorna hämtar ingenting från andra: inga besöksräknare, inga kart- eller videotjänster, inga knappar för sociala medier.',
  'privacy.deviceTitle': 'Vad som blir kvar på din enhet',
  'privacy.device':
    'På din enhet sparas bara det som räknas upp nedan. Du kan ta bort allt i webbläsarens inställningar, och sökningen fungerar också utan.',
  'privacy.keptTime': 'Sparas',
  'privacy.kept.language': 'Kaka. Minns språket du har valt. Sätts först när du väljer språk.',
  'privacy.kept.home':
    'Kaka. Minns ditt eget bibliotek eller din kommun, om du ber om det. Innehåller bara dess beteckning.',
  'privacy.kept.session': 'Kaka. Håller dig inloggad. Sätts först när du loggar in och tas bort när du loggar ut.',
  'privacy.kept.device':
    'Kaka. Känner igen att någon har loggat in med ditt kort på den här enheten tidigare, så att ingen kan låsa dig ute genom att gissa någon annanstans. Sätts först när du loggar in.',
  'privacy.kept.recent':
    'Webbläsarens lagringsutrymme. Dina senaste sökningar, som sökfältet erbjuder på nytt. De lämnar inte din enhet, och du kan ta bort dem i sökfältet.',
  'privacy.kept.memory':
    'Webbläsarens minne. Verken du har lagt till i minneslistan, och en slumpmässig kod som servern känner samma lista på. Av koden syns det inte vem du är. När du loggar ut lämnar kontots lista enheten.',
  'privacy.kept.deskBranch':
    'Webbläsarens minne. På bibliotekets egna enheter: biblioteket vid vars disk enheten står. Det sparas inte på kundernas enheter.',
  'privacy.kept.staff':
    'Kaka. Bara för bibliotekets personal: håller den inloggade kvar med sitt arbetskonto. Sätts först när en anställd loggar in och tas bort vid utloggning.',
  'privacy.kept.staffDevice':
    'Kaka. Bara för bibliotekets personal: känner igen att samma arbetskonto har loggat in på enheten förut.',
  'privacy.kept.staffProvider':
    'Kaka. Bara för bibliotekets personal: medan inloggningen går genom organisationens egen inloggningstjänst.',
  'privacy.time.month': '30 dagar från sökningen',
  'privacy.time.year': 'ett år från det senaste valet',
  'privacy.time.session': 'en timme från senaste användning, högst 12 timmar',
  'privacy.time.login': 'ett år från den senaste inloggningen',
  'privacy.time.removed': 'tills du tar bort det',
  'privacy.time.closed': 'tills inloggningen är klar eller webbläsaren stängs',
  'privacy.memory':
    'Servern bevarar minneslistan så att den inte försvinner när du loggar in. Utan inloggning finns listan bara under en slumpmässig kod och tas bort 400 dagar efter den senaste ändringen. Om du skickar listan med e-post sparas inte adressen: bara ett kondensat av den finns kvar i ett dygn, så att ingen kan skicka brev till den i det oändliga.',
  'privacy.cardTitle': 'När du loggar in med bibliotekskortet',
  'privacy.card':
    'På bibliotekets server finns uppgifterna som hör till ditt kort: ditt namn, din kommun, ditt födelsedatum och dina kontaktuppgifter till den del du har uppgett dem, dina inställningar, lån, reservationer och avgifter. Av PIN-koden sparas bara ett kondensat som koden inte kan läsas ur.',
  'privacy.history':
    'Lånehistorik samlas bara om du ber om det i dina inställningar. När du avstår från den tas den samlade historiken genast bort.',
  'privacy.recommendations':
    'Rekommendationer räknas en gång om dagen ur kundernas listor, betyg och lånehistorik. Ett par av verk visas bara om minst fem kunder har tyckt om båda; inga personer sparas där. Du kan stänga av rekommendationerna i inställningarna: då rekommenderas du inget och dina uppgifter räknas inte med.',
  'privacy.searches':
    'Sökbevakningar och det de hittar sparas tills du tar bort dem; det som hittats högst ett halvår.',
  'privacy.voices':
    'Dina recensioner, tips, kommentarer och delade listor visas för andra under det namn du väljer, aldrig kortets namn. Av ditt betyg och dina taggar ser andra inte att de är dina. Allt sparas tills du tar bort det, och försvinner senast med ditt konto. När bibliotekets personal döljer en text eller hindrar någon från att skriva antecknas det.',
  'privacy.attempts':
    'Om PIN-koden är fel minns servern kortet och nätadressen i ett dygn, så att koden inte kan gissas.',
  'privacy.logsTitle': 'Vad som blir kvar på servern',
  'privacy.logs':
    'När något går fel antecknar servern tiden, sidans adress utan sökord, felet och en slumpmässig beteckning som gör att felet hittas. Din IP-adress, webbläsare eller kakor antecknas inte. Kommunens nätförbindelse kan ha en egen logg: den beskrivs i kommunens dataskyddsbeskrivning.',
  'privacy.metrics':
    'Dessutom räknar servern hur många gånger sidor har öppnats och hur snabbt de svarade. I siffrorna finns inga uppgifter om besökare.',
  'privacy.statistics':
    'Biblioteket för statistik över lån, reservationer, transporter och sökningar. Bara antalen sparas, inte vem som lånade, reserverade eller sökte. Siffrorna för kommuner och materialtyper avrundas till fem, så att ingen kan anas bakom ett litet tal.',
  'privacy.staff':
    'När någon i personalen ser på dina uppgifter eller ändrar dem antecknas det i en logg: vem, när och vad. I loggen syns inte vad du lånar.',
  'privacy.elsewhereTitle': 'Sökning på kommunens sidor och länkar till andra',
  'privacy.elsewhere':
    'När sökningen är inbäddad på din kommuns sidor sätter den inga kakor där. Om du där lägger till verk i minneslistan, stannar listan i webbläsarens minne för den webbplatsen. Länkar till andra tjänster öppnar en sida som någon annan upprätthåller, med egna villkor.',
  'privacy.rightsTitle': 'Dina rättigheter',
  'privacy.rights':
    'Tjänsten upprätthålls av kommunernas bibliotek. Av sökning och bläddring blir det inga uppgifter om dig kvar att visa eller ta bort. Alla uppgifter som hör till ditt kort kan du få, du kan be att få dem rättade, och ditt konto kan tas bort när du inte har lån eller avgifter. Kontakta kundtjänsten på ditt bibliotek.',
  'privacy.authority':
    'Om du misstänker att dina personuppgifter behandlas fel kan du vända dig till dataombudsmannen.',
  'privacy.updated': 'Uppdaterat {date}.',
};

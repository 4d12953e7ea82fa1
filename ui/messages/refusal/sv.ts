import type { Said } from '../said.ts';
import type { fi } from './fi.ts';

/** Why the library says no, in Swedish. */
export const sv: Said<typeof fi> = {
  'refusal.item-not-found': 'Exemplaret finns inte i katalogen. Det har kanske tagits bort ur samlingen.',
  'refusal.patron-not-found': 'Kunden hittas inte. Kortet har kanske tagits ur bruk.',
  'refusal.loan-not-found': 'Lånet finns inte längre: det har kanske redan återlämnats.',
  'refusal.hold-not-found': 'Reservationen finns inte längre: den har kanske redan hämtats eller avbeställts.',
  'refusal.fee-not-found': 'Avgiften finns inte längre: den har kanske redan betalats.',
  'refusal.branch-not-found': 'Välj något av regionens bibliotek som avhämtningsställe.',
  'refusal.branch-not-joined':
    'Den här kommunens bibliotek är ännu inte med i tjänsten, så det går inte att hämta där. Välj ett annat avhämtningsställe.',
  'refusal.branch-not-joined.figures':
    '{municipality} är ännu inte med i tjänsten utan kommer med {starts}. Välj ett annat avhämtningsställe till dess.',
  'refusal.date-gone-by': 'Välj i dag eller en senare dag: den valda dagen har redan gått.',
  'refusal.card-blocked':
    'Kortet gäller inte, eftersom det har anmälts försvunnet eller stängts. På biblioteket får du ett nytt kort.',
  'refusal.self-service-not-started':
    'Din kommuns bibliotek har inte ännu tagit webbibliotekets självbetjäning i bruk. Tills dess kan du söka och bläddra, och lån och reservationer sköts på biblioteket.',
  'refusal.self-service-not-started.figures':
    '{municipality} tar webbibliotekets självbetjäning i bruk {starts}. Tills dess kan du söka och bläddra, och lån och reservationer sköts på biblioteket.',
  'refusal.not-for-loan': 'Exemplaret kan bara läsas på biblioteket: referensmaterial lånas inte hem.',
  'refusal.on-loan': 'Exemplaret är utlånat. Det kan reserveras.',
  'refusal.lent-to-you': 'Du har redan detta till låns, så det behöver inte reserveras.',
  'refusal.check-in-first': 'Exemplaret måste först återlämnas vid bibliotekets disk.',
  'refusal.requested-by-another': 'En annan kund har reserverat detta, och ett reserverat lån kan inte förnyas.',
  'refusal.loan-limit-reached': 'Det finns redan så många lån som användarreglerna tillåter.',
  'refusal.loan-limit-reached.figures': 'Man kan ha högst {limit} lån samtidigt, och det antalet är fullt.',
  'refusal.debt-limit-reached':
    'Det finns mer avgifter än användarreglerna tillåter. När de är betalda går detta igen.',
  'refusal.debt-limit-reached.figures':
    'Det finns avgifter på {debt}. När de är minst {limit} kan man inte låna, förnya eller reservera med kortet. När avgifterna är betalda går detta igen.',
  'refusal.renewals-used-up': 'Lånet har redan förnyats så många gånger som användarreglerna tillåter.',
  'refusal.renewals-used-up.figures': 'Ett lån kan förnyas högst {limit} gånger, och detta har redan förnyats så ofta.',
  'refusal.overdue-too-long': 'Lånet är så försenat att det inte längre kan förnyas. Återlämna det till biblioteket.',
  'refusal.overdue-too-long.figures':
    'Lånet är mer än {limit} dagar försenat och kan inte längre förnyas. Återlämna det till biblioteket.',
  'refusal.due-date-stays':
    'Förfallodagen skulle inte flyttas: lånetiden räknas från dagen då lånet förnyas. Förnya närmare förfallodagen.',
  'refusal.due-date-stays.figures':
    'Förfallodagen skulle fortfarande vara {dueOn}: lånetiden räknas från dagen då lånet förnyas. Förnya närmare förfallodagen.',
  'refusal.hold-limit-reached': 'Det finns redan så många reservationer som användarreglerna tillåter.',
  'refusal.hold-limit-reached.figures': 'Man kan ha högst {limit} reservationer samtidigt, och det antalet är fullt.',
  'refusal.already-held': 'Du har redan reserverat detta: ett verk kan ha en reservation åt gången.',
  'refusal.nothing-to-hold': 'Det finns inget exemplar som lånas hem, så det går inte att reservera.',
  'refusal.hold-on-its-way':
    'Exemplaret är redan på väg eller väntar på avhämtning, så reservationen kan inte ändras. Du kan avbeställa den.',
  'refusal.not-to-be-sent': 'Exemplaret ska inte skickas vidare härifrån.',
  'refusal.nothing-to-pay': 'Det finns inget att betala.',
  'refusal.payment-under-way': 'En betalning pågår redan. Om du avbröt den kan du försöka igen om en timme.',
  'refusal.online-payment-closed':
    'Avgifter kan inte betalas på nätet ännu. Du kan betala dem på vilket bibliotek som helst i regionen.',
  'refusal.waiver-too-large': 'Man kan inte efterskänka mer av avgiften än vad som är obetalt.',
  'refusal.waiver-too-large.figures': 'Av avgiften är {open} obetalt, och mer kan inte efterskänkas.',
  'refusal.credentials-wrong': 'Kortnumret eller PIN-koden stämmer inte. Kontrollera båda.',
  'refusal.code-wrong':
    'Koden stämmer inte, eller så är den för gammal. Koden gäller i 15 minuter och kan prövas fem gånger.',
  'refusal.too-many-attempts': 'Det har varit många försök i rad. Vänta en stund och försök sedan igen.',
  'refusal.too-many-attempts.figures':
    'Det har varit många försök i rad, och därför är kortet låst en stund. Försök igen om {seconds} sekunder.',
  'refusal.card-number-taken': 'Kortnumret används redan av någon.',
  'refusal.not-allowed': 'Du har inte rätt till detta.',
  'refusal.loans-open': 'Kontot kan tas bort först när alla lån är återlämnade.',
  'refusal.fees-open': 'Kontot kan tas bort först när alla avgifter är betalda.',
  'refusal.community-not-started':
    'Din kommuns bibliotek har inte tagit det här i bruk ännu. Du kan läsa vad andra har skrivit.',
  'refusal.community-not-started.figures':
    '{municipality} tar det här i bruk {starts}. Fram till dess kan du läsa vad andra har skrivit.',
  'refusal.writer-banned':
    'Du kan inte skriva här just nu. Bibliotekets meddelande om det finns på dina sidor, och du kan fråga på biblioteket.',
  'refusal.writer-banned.figures':
    'Du kan inte skriva här just nu. Spärren upphör {until}. Bibliotekets meddelande om det finns på dina sidor.',
  'refusal.writing-too-fast': 'Du har skrivit mycket på kort tid. Vänta en stund och försök sedan igen.',
  'refusal.writing-too-fast.figures': 'Du har skrivit mycket på kort tid. Du kan skriva mera om {minutes} minuter.',
  'refusal.words-not-allowed':
    'Texten innehåller ett ord som inte publiceras här. Formulera om texten så kan du skicka den.',
  'refusal.words-not-allowed.figures':
    'Texten innehåller ett ord som inte publiceras här: {words}. Formulera om texten så kan du skicka den.',
  'refusal.text-not-found': 'Texten finns inte längre: skribenten har kanske tagit bort den.',
  'refusal.text-is-yours': 'Det här är din egen text. Du kan ändra eller ta bort den själv.',
  'refusal.nothing-to-comment-on': 'Det här kan inte kommenteras: det finns inte längre eller är inte öppet för dig.',
  'refusal.comment-not-found': 'Kommentaren finns inte längre: skribenten har kanske tagit bort den.',
  'refusal.comment-not-yours': 'Bara den som har skrivit kommentaren kan ändra den.',
  'refusal.tip-not-found': 'Tipset finns inte längre: skribenten har kanske tagit bort det.',
  'refusal.tip-not-yours': 'Bara den som har skrivit tipset kan ändra det.',
  'refusal.tipped-work-not-found': 'Verket i tipset finns inte i samlingarna. Det har kanske tagits bort.',
  'refusal.display-name-taken': 'Någon annan använder redan det här namnet eller ett som liknar det. Välj ett annat.',
  'refusal.display-name-tells-who':
    'Av det här namnet skulle man se vem du är. Välj ett namn som varken är hela ditt namn eller numret på ditt kort.',
  'refusal.display-name-tells-nothing': 'Namnet måste ha minst två bokstäver eller siffror.',
  'refusal.display-name-official': 'Av det här namnet kunde man tro att biblioteket själv skriver. Välj ett annat.',
  'refusal.voiced-work-not-found': 'Det här verket finns inte längre i bibliotekets katalog.',
  'refusal.review-not-found': 'Den här recensionen finns inte längre.',
  'refusal.already-reviewed': 'Du har redan recenserat verket. Du kan ändra din recension.',
  'refusal.own-review': 'Man kan inte märka sin egen recension som nyttig.',
  'refusal.display-name-missing': 'Välj först ett namn som andra ser vid din recension.',
  'refusal.too-many-tags': 'Du har redan gett verket så många taggar som man kan ge.',
  'refusal.too-many-tags.figures': 'Man kan ge ett verk högst {limit} taggar.',
  'refusal.saved-search-not-found': 'Den här sökbevakningen finns inte längre.',
  'refusal.too-many-saved-searches':
    'Du har redan så många sökbevakningar som man kan ha. Ta bort någon, så kan du spara en ny.',
  'refusal.too-many-saved-searches.figures':
    'Man kan ha högst {limit} sökbevakningar. Ta bort någon, så kan du spara en ny.',
  'refusal.list-not-found': 'Listan finns inte, eller så är den inte synlig för dig.',
  'refusal.list-entry-not-found': 'Verket finns inte längre i listan: någon har kanske tagit bort det.',
  'refusal.listed-work-not-found': 'Verket finns inte längre i samlingen, så det kan inte läggas till.',
  'refusal.invitation-not-found': 'Inbjudan gäller inte längre. Be den som bjöd in dig om en ny.',
  'refusal.list-not-yours': 'Du kan läsa den här listan men inte ändra den.',
  'refusal.list-full': 'Listan är full och rymmer inga fler verk.',
  'refusal.list-full.figures': 'En lista rymmer högst {limit} verk. Ingenting lades till.',
  'refusal.too-many-lists': 'Du har redan så många listor som man kan ha. Ta bort någon, så kan du göra en ny.',
  'refusal.too-many-lists.figures': 'Man kan ha högst {limit} listor. Ta bort någon, så kan du göra en ny.',
  'refusal.too-many-members': 'Listan rymmer inte fler personer eller inbjudningar.',
  'refusal.too-many-members.figures': 'Listan rymmer högst {limit} personer eller inbjudningar.',
  'refusal.too-fast': 'Det gick fortare än tjänsten hinner med. Vänta en stund och försök sedan igen.',
  'refusal.too-fast.figures': 'Det gick fortare än tjänsten hinner med. Försök igen om {seconds} sekunder.',
};

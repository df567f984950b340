/**
 * Every error of the product: status, Danish and English. The codes are stable, callers may rely on them.
 * A sentence says what happened, where, and what to do. Placeholders in braces are filled by whoever throws.
 * The trade's own codes stand below the platform's, by feature, so that one union holds them all.
 */
const one = <T extends Record<string, { status: number; da: string; en: string }>>(table: T) => table

export const problems = one({
  'not-signed-in': {
    status: 401,
    da: 'Du er ikke logget ind, eller din session er udløbet. Log ind igen.',
    en: 'You are not signed in, or your session has ended. Sign in again.',
  },
  'wrong-password': {
    status: 401,
    da: 'E-mail eller adgangskode passer ikke. Prøv igen, eller bed din administrator om en ny invitation.',
    en: 'E-mail or password does not match. Try again, or ask your administrator for a new invitation.',
  },
  'too-many-tries': {
    status: 429,
    da: 'Der er forsøgt for mange gange. Vent {minutes} minutter, og prøv igen.',
    en: 'Too many tries. Wait {minutes} minutes and try again.',
  },
  'not-allowed': {
    status: 403,
    da: 'Det har din rolle ikke adgang til. Spørg din koordinator, hvis du har brug for det.',
    en: 'Your role has no access to that. Ask your coordinator if you need it.',
  },
  'not-found': {
    status: 404,
    da: 'Det findes ikke, eller du kan ikke se det. Gå tilbage, og vælg fra listen.',
    en: 'It does not exist, or you cannot see it. Go back and choose from the list.',
  },
  'no-such-address': { status: 404, da: 'Adressen findes ikke.', en: 'There is nothing at this address.' },
  'wrong-input': {
    status: 422,
    da: 'Noget er udfyldt forkert. Ret felterne, der er markeret.',
    en: 'Something is filled in wrongly. Mend the fields that are marked.',
  },
  'not-json': { status: 400, da: 'Forespørgslen er ikke gyldig JSON.', en: 'The request is not valid JSON.' },
  'too-deep': {
    status: 400,
    da: 'Forespørgslen er indlejret for dybt (højst 32 niveauer).',
    en: 'The request is nested too deeply (32 levels at most).',
  },
  'too-large': { status: 413, da: 'Det er for stort. Højst {most}.', en: 'That is too large. At most {most}.' },
  'wrong-content-type': { status: 415, da: 'Send application/json.', en: 'Send application/json.' },
  'wrong-origin': {
    status: 403,
    da: 'Forespørgslen kom fra en anden side og er afvist.',
    en: 'The request came from another site and was refused.',
  },
  'key-reused': {
    status: 422,
    da: 'Samme Idempotency-Key er brugt til noget andet. Brug en ny nøgle.',
    en: 'The same Idempotency-Key was used for something else. Use a new key.',
  },
  'still-running': {
    status: 409,
    da: 'Den samme forespørgsel er stadig i gang. Vent et øjeblik.',
    en: 'The same request is still running. Wait a moment.',
  },
  'bad-cursor': {
    status: 422,
    da: 'Siden kan ikke findes. Start forfra fra første side.',
    en: 'That page cannot be found. Start again from the first page.',
  },
  'changed-meanwhile': {
    status: 409,
    da: 'En anden har ændret det imens. Se begge udgaver, og vælg.',
    en: 'Someone else has changed it meanwhile. Look at both versions and choose.',
  },
  'already-exists': { status: 409, da: '{what} findes allerede.', en: '{what} already exists.' },
  busy: {
    status: 503,
    da: 'Der er travlt lige nu. Intet er gået tabt, prøv igen om et øjeblik.',
    en: 'It is busy right now. Nothing is lost, try again in a moment.',
  },
  'database-away': {
    status: 503,
    da: 'Databasen svarer ikke lige nu. Det, du har skrevet, er ikke gemt endnu. Prøv igen om et øjeblik.',
    en: 'The database does not answer right now. What you wrote is not saved yet. Try again in a moment.',
  },
  'disk-full': {
    status: 507,
    da: 'Disken på serveren er fuld. Intet er ændret. Administratoren skal skaffe plads, så kan du prøve igen.',
    en: 'The disk of the server is full. Nothing was changed. The administrator must make room, then try again.',
  },
  unexpected: {
    status: 500,
    da: 'Der skete en fejl hos os. Intet er ændret. Fejlen er skrevet ned som {reference}.',
    en: 'Something failed on our side. Nothing was changed. The error was written down as {reference}.',
  },

  // centre
  'invitation-used': {
    status: 410,
    da: 'Invitationen er brugt eller udløbet. Bed om en ny.',
    en: 'The invitation has been used or has run out. Ask for a new one.',
  },
  'already-set-up': {
    status: 409,
    da: 'Centret er allerede oprettet. Log ind.',
    en: 'The centre has already been set up. Sign in.',
  },
  'demo-only': { status: 404, da: 'Det findes kun i demoen.', en: 'That exists only in the demo.' },
  'last-administrator': {
    status: 409,
    da: 'Der skal være mindst én administrator. Giv rollen til en anden først.',
    en: 'There must be at least one administrator. Give the role to another first.',
  },

  // companies
  'file-refused': { status: 422, da: '{reason}', en: '{reason}' },
  'columns-not-chosen': {
    status: 422,
    da: 'Vælg, hvilken kolonne der har {field}. Uden den kan rækkerne ikke genkendes.',
    en: 'Choose the column that holds {field}. Without it the rows cannot be recognised.',
  },
  'import-undone': { status: 409, da: 'Importen er allerede fortrudt.', en: 'The import has already been undone.' },
  'import-running': {
    status: 409,
    da: 'En anden import er i gang. Vent, til den er færdig.',
    en: 'Another import is running. Wait until it is done.',
  },
  'import-newer-changes': {
    status: 409,
    da: '{count} virksomheder er ændret siden af en nyere import. Fortryd den først.',
    en: '{count} companies have been changed since by a newer import. Undo that one first.',
  },
  'import-over': {
    status: 409,
    da: 'Importen er afsluttet. Vælg filen igen, hvis den skal hentes ind på ny.',
    en: 'The import is finished. Choose the file again to import it anew.',
  },
  'import-in-use': {
    status: 409,
    da: '{count} af virksomhederne fra importen er allerede i brug i udtræk, opkald, møder eller aftaler. Importen kan ikke fortrydes.',
    en: '{count} of the companies of this import are already used in draws, calls, meetings or promises. The import cannot be undone.',
  },

  // catalogue
  'class-import-newer': {
    status: 409,
    da: '{count} hold er ændret siden af en nyere import. Fortryd den først.',
    en: '{count} classes have been changed since by a newer import. Undo that one first.',
  },

  // contact-lists
  'list-frozen': {
    status: 409,
    da: 'Udtrækket er frosset {date} og kan ikke ændres. Lav et nyt.',
    en: 'The draw was frozen on {date} and cannot be changed. Make a new one.',
  },
  'list-empty': {
    status: 409,
    da: 'Ingen virksomheder passer. Gør kriterierne bredere.',
    en: 'No company fits. Widen the criteria.',
  },
  'list-closed': {
    status: 409,
    da: 'Listen er lukket. Lav et nyt udtræk.',
    en: 'The list is closed. Make a new draw.',
  },
  'not-drawn': { status: 409, da: 'Listen er ikke udtrukket endnu.', en: 'The list has not been drawn yet.' },
  'hearing-over': {
    status: 409,
    da: 'Høringen sluttede {deadline}. Der kan ikke ændres mere.',
    en: 'The hearing ended {deadline}. Nothing can be changed any more.',
  },
  'deadline-passed': { status: 422, da: 'Fristen skal ligge i fremtiden.', en: 'The deadline must lie in the future.' },
  'hearing-answered': {
    status: 409,
    da: 'I har afleveret jeres svar. Åbn det igen, før I ændrer noget.',
    en: 'Your school has handed in its answer. Open it again before changing anything.',
  },
  'schools-missing': {
    status: 409,
    da: 'Høringen kan ikke slutte endnu. Der mangler svar fra {schools}.',
    en: 'The hearing cannot end yet. Answers are missing from {schools}.',
  },
  'newer-upload': {
    status: 409,
    da: 'Der er hentet en nyere liste ind siden. Fortryd den først.',
    en: 'A newer list has been taken in since. Undo that one first.',
  },
  'already-struck': {
    status: 409,
    da: 'I har allerede sorteret virksomheden fra.',
    en: 'You have already struck this company.',
  },

  // calls
  'may-not-call': {
    status: 409,
    da: 'Virksomheden må ikke ringes op: {reason}',
    en: 'The company may not be called: {reason}',
  },
  'not-your-call': {
    status: 409,
    da: 'Du har ikke længere virksomheden. Reservationen udløb, og en anden kan have taget den. Det, du skrev, er ikke gemt som svar.',
    en: 'You no longer hold the company. The hold ran out and another may have taken it. What you wrote was not saved as an answer.',
  },
  'call-back-time': {
    status: 422,
    da: 'Vælg et tidspunkt i fremtiden for at ringe igen.',
    en: 'Choose a time in the future to call again.',
  },
  'already-lifted': { status: 409, da: 'Roen er allerede ophævet.', en: 'The quiet has already been lifted.' },
  'already-corrected': { status: 409, da: 'Svaret er allerede rettet.', en: 'The answer has already been corrected.' },

  // bookings
  'slot-taken': {
    status: 409,
    da: 'Tiden er lige blevet taget. Vælg en anden tid.',
    en: 'The time has just been taken. Choose another.',
  },
  'outside-working-hours': {
    status: 422,
    da: 'Tiden ligger uden for {who}s arbejdstid.',
    en: 'The time is outside the working hours of {who}.',
  },
  'slot-passed': {
    status: 422,
    da: 'Tiden er passeret. Vælg en tid i fremtiden.',
    en: 'The time has passed. Choose one in the future.',
  },
  'booking-cancelled': { status: 409, da: 'Mødet er aflyst.', en: 'The meeting is cancelled.' },
  'company-has-booking': {
    status: 409,
    da: 'Virksomheden har allerede et møde {when}.',
    en: 'The company already has a meeting {when}.',
  },

  // visits, follow-up
  'visit-reported': { status: 409, da: 'Besøget har allerede en rapport.', en: 'The visit already has a report.' },
  'visit-in-future': {
    status: 422,
    da: 'Besøget har ikke fundet sted endnu.',
    en: 'The visit has not taken place yet.',
  },
  'promise-closed': { status: 409, da: 'Aftalen er allerede afsluttet.', en: 'The promise is already closed.' },
  'promise-not-closed': {
    status: 409,
    da: 'Aftalen er åben, så der er ikke noget at fortryde.',
    en: 'The promise is open, so there is nothing to undo.',
  },
  'needs-acceptance': {
    status: 409,
    da: '{who} er spurgt og skal svare, før aftalen skifter hænder. Vent på svaret, eller træk spørgsmålet tilbage.',
    en: '{who} has been asked and must answer before the promise changes hands. Wait for the answer, or take the question back.',
  },
  'handover-answered': {
    status: 409,
    da: 'Spørgsmålet er allerede besvaret eller trukket tilbage.',
    en: 'The question has already been answered or taken back.',
  },
  'link-revoked': {
    status: 410,
    da: 'Linket gælder ikke længere. Ring eller skriv til jeres kontakt for at få et nyt.',
    en: 'The link is no longer valid. Call or write to your contact for a new one.',
  },
})

export type ProblemCode = keyof typeof problems

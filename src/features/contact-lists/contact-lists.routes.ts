import { serve } from '#platform/http/serve'
import * as listed from './contact-lists.schema.ts'
import * as fits from './criteria.schema.ts'
import * as draw from './draw.schema.ts'
import { importContacts, listContacts, listErrors, listUploads, undoUpload } from './contacts.ts'
import * as contact from './contacts.schema.ts'
import * as school from './heard.ts'
import * as hearing from './hearing.schema.ts'
import * as strike from './strikes.schema.ts'
import { endHearing, remindSchools, startHearing } from './hearing.ts'
import * as lists from './lists.ts'
import * as criteria from './criteria.ts'
import { inWords } from './reason-words.ts'
import * as strikes from './strikes.ts'

const listRoutes = () => [
  serve(listed.listContactLists, (ctx, { query }) => lists.listLists(ctx, query), {
    columns: [
      { da: 'Liste', en: 'List', value: (row) => row.name },
      { da: 'Mål', en: 'Goal', value: (row) => row.goal },
      { da: 'Tilstand', en: 'State', value: (row, language) => inWords.state(row.state, language) },
      { da: 'Virksomheder', en: 'Companies', value: (row) => row.companies },
      { da: 'Udtrukket', en: 'Drawn', value: (row) => row.drawnAt },
      { da: 'Frist', en: 'Deadline', value: (row) => row.hearing?.deadline ?? null },
    ],
  }),
  serve(listed.makeContactList, (ctx, { body }) => lists.makeList(ctx, body)),
  serve(listed.showContactList, (ctx, { params }) => lists.showList(ctx, params.id)),
  serve(listed.changeContactList, (ctx, { params, body }) => lists.changeList(ctx, params.id, body)),
  serve(fits.countDraw, (ctx, { body }) => criteria.countList(ctx, body.criteria, body.listId)),
  serve(fits.showDrawChoices, (ctx) => criteria.drawChoices(ctx)),
  serve(draw.drawList, (ctx, { params }) => lists.freezeDraw(ctx, params.id)),
  serve(listed.closeList, (ctx, { params }) => lists.closeList(ctx, params.id)),
  serve(draw.listDrawnCompanies, (ctx, { params, query }) => lists.listDrawn(ctx, params.id, query), {
    columns: [
      { da: 'CVR-nummer', en: 'CVR number', value: (row) => row.cvr },
      { da: 'P-nummer', en: 'P-number', value: (row) => row.pNumber },
      { da: 'Navn', en: 'Name', value: (row) => row.name },
      { da: 'By', en: 'Town', value: (row) => row.town },
      { da: 'Ansatte', en: 'Employees', value: (row) => row.employees },
      { da: 'Branche', en: 'Industry', value: (row) => row.industryText },
      { da: 'Med', en: 'In', value: (row) => row.included && !row.struck },
      { da: 'Hvorfor', en: 'Why', value: (row, language) => inWords.reason(row, language) },
    ],
  }),
]

const hearingRoutes = (baseUrl: string) => [
  serve(hearing.startHearing, (ctx, { params, body }) => startHearing(ctx, params.id, body, baseUrl)),
  serve(hearing.remindSchools, (ctx, { params }) => remindSchools(ctx, params.id, baseUrl)),
  serve(hearing.endHearing, (ctx, { params }) => endHearing(ctx, params.id)),
  serve(hearing.showHearing, (ctx, { params }) => school.showHearing(ctx, params.id)),
  serve(hearing.listHeardCompanies, (ctx, { params, query }) => school.listHeard(ctx, params.id, query), {
    columns: [
      { da: 'CVR-nummer', en: 'CVR number', value: (row) => row.cvr },
      { da: 'Navn', en: 'Name', value: (row) => row.name },
      { da: 'By', en: 'Town', value: (row) => row.town },
      { da: 'Genkendt på', en: 'Recognised by', value: (row, language) => inWords.match(row.reasons, language) },
      { da: 'Hos jer', en: 'In your list', value: (row) => row.contact?.name ?? null },
      { da: 'Jeres kontaktperson', en: 'Your contact', value: (row) => row.contact?.contactPerson ?? null },
      { da: 'Svar', en: 'Answer', value: (row, language) => inWords.decision(row.decision, language) },
    ],
  }),
  serve(strike.strikeCompanies, (ctx, { params, body }) =>
    strikes.strike(ctx, params.id, body.companyIds, body.reason),
  ),
  serve(strike.strikeCertain, (ctx, { params }) => strikes.strikeCertain(ctx, params.id)),
  serve(strike.undoStrikes, (ctx, { params, body }) => strikes.undoStrikes(ctx, params.id, body.companyIds)),
  serve(strike.keepCompanies, (ctx, { params, body }) => strikes.keep(ctx, params.id, body.companyIds)),
  serve(strike.undoKeeps, (ctx, { params, body }) => strikes.undoKeeps(ctx, params.id, body.companyIds)),
  serve(hearing.answerHearing, (ctx, { params }) => school.answerHearing(ctx, params.id)),
  serve(hearing.reopenAnswer, (ctx, { params }) => school.reopenAnswer(ctx, params.id)),
]

const contactRoutes = () => [
  serve(contact.uploadContacts, (ctx, { query, bytes, size }) =>
    importContacts(
      ctx,
      { name: query.name, bytes, size },
      { columns: query.columns, replace: query.replace ?? false, dry: query.dry ?? false },
    ),
  ),
  serve(contact.listContactUploads, (ctx) => listUploads(ctx)),
  serve(contact.undoContactUpload, (ctx, { params }) => undoUpload(ctx, params.id)),
  serve(contact.listUploadErrors, (ctx, { params, query }) => listErrors(ctx, params.id, query), {
    columns: [
      { da: 'Linje', en: 'Line', value: (row) => row.line },
      { da: 'Kolonne', en: 'Column', value: (row) => row.column },
      { da: 'Hvorfor', en: 'Why', value: (row) => row.reason },
    ],
  }),
  serve(contact.listSchoolContacts, (ctx, { query }) => listContacts(ctx, query), {
    columns: [
      { da: 'Virksomhed', en: 'Company', value: (row) => row.name },
      { da: 'CVR-nummer', en: 'CVR number', value: (row) => row.cvr },
      { da: 'P-nummer', en: 'P-number', value: (row) => row.pNumber },
      { da: 'Telefon', en: 'Phone', value: (row) => row.phone },
      { da: 'E-mail', en: 'E-mail', value: (row) => row.email },
      { da: 'By', en: 'Town', value: (row) => row.town },
      { da: 'Kontaktperson', en: 'Contact', value: (row) => row.contactPerson },
      { da: 'Vores medarbejder', en: 'Our colleague', value: (row) => row.knows },
      { da: 'Bemærkning', en: 'Note', value: (row) => row.note },
    ],
  }),
]

export const contactListsRoutes = ({ baseUrl }: { baseUrl: string }) => [
  ...listRoutes(),
  ...hearingRoutes(baseUrl),
  ...contactRoutes(),
]

import { serve } from '#platform/http/serve'
import * as criteria from './criteria.ts'
import * as fits from './criteria.schema.ts'
import * as draw from './draw.schema.ts'
import { freezeDraw, listDrawn } from './draw.ts'
import * as lists from './lists.ts'
import * as listed from './lists.schema.ts'
import { inWords } from './reason-words.ts'

export const listsRoutes = [
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
  serve(draw.drawList, (ctx, { params }) => freezeDraw(ctx, params.id)),
  serve(listed.showListLooseEnds, (ctx, { params }) => lists.showListLooseEnds(ctx, params.id)),
  serve(listed.closeList, (ctx, { params }) => lists.closeList(ctx, params.id)),
  serve(draw.listDrawnCompanies, (ctx, { params, query }) => listDrawn(ctx, params.id, query), {
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

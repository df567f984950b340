import * as m from '#texts'
import { serve } from '#platform/http/serve'
import { sayDate } from '#platform/text/danish'
import * as criteria from './criteria.ts'
import * as criteriaContract from './criteria.schema.ts'
import * as drawContract from './draw.schema.ts'
import { freezeDraw, listDrawn, undoDraw } from './draw.ts'
import * as lists from './lists.ts'
import * as contract from './lists.schema.ts'
import { stateWords, whyOf } from './list-words.table.ts'

export const listsRoutes = [
  serve(contract.listContactLists, (ctx, { query }) => lists.listLists(ctx, query), {
    columns: [
      { title: m.lists_col_list, value: (row) => row.name },
      { title: m.lists_col_goal, value: (row) => row.goal },
      { title: m.lists_col_state, value: (row, locale) => stateWords[row.state]({}, { locale }) },
      { title: m.lists_col_companies, value: (row) => row.companies },
      { title: m.lists_col_drawn, value: (row) => row.drawnAt },
      { title: m.lists_col_deadline, value: (row) => row.hearing?.deadline ?? null },
    ],
  }),
  serve(contract.makeContactList, (ctx, { body }) => lists.makeList(ctx, body)),
  serve(contract.showContactList, (ctx, { params }) => lists.showList(ctx, params.id)),
  serve(contract.changeContactList, (ctx, { params, body }) => lists.changeList(ctx, params.id, body)),
  serve(criteriaContract.countDraw, (ctx, { body }) => criteria.countList(ctx, body.criteria, body.listId)),
  serve(criteriaContract.countNumberless, (ctx, { body }) => criteria.countNumberless(ctx, body.criteria, body.listId)),
  serve(criteriaContract.countWaitsOver, (ctx) => criteria.countWaitsOver(ctx)),
  serve(criteriaContract.showDrawChoices, (ctx) => criteria.drawChoices(ctx)),
  serve(drawContract.drawList, (ctx, { params }) => freezeDraw(ctx, params.id)),
  serve(drawContract.undoDraw, (ctx, { params }) => undoDraw(ctx, params.id)),
  serve(contract.showListLooseEnds, (ctx, { params }) => lists.showListLooseEnds(ctx, params.id)),
  serve(contract.closeList, (ctx, { params }) => lists.closeList(ctx, params.id)),
  serve(drawContract.listDrawnCompanies, (ctx, { params, query }) => listDrawn(ctx, params.id, query), {
    columns: [
      { title: m.lists_col_cvr_number, value: (row) => row.cvr },
      { title: m.lists_col_p_number, value: (row) => row.pNumber },
      { title: m.lists_col_name, value: (row) => row.name },
      { title: m.lists_col_town, value: (row) => row.town },
      { title: m.lists_col_employees, value: (row) => row.employees },
      { title: m.lists_col_company_employees, value: (row) => row.companyEmployees },
      { title: m.lists_col_industry, value: (row) => row.industryText },
      { title: m.lists_col_in, value: (row) => row.included && !row.struck },
      { title: m.lists_col_may_be_called, value: (row) => row.mayBeCalled },
      { title: m.lists_col_has_number, value: (row) => row.hasNumber },
      {
        title: m.lists_col_why,
        value: (row, locale) => whyOf(row, row.untilOn && sayDate(row.untilOn, locale, '0000'), { locale }),
      },
    ],
  }),
]

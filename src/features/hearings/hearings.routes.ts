import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as school from './answering.ts'
import type { Language } from '#platform/text/language'
import { saysMatch } from '../matching/match-words.shared.ts'
import * as contract from './hearings.schema.ts'
import { askSomeone } from './asking.ts'
import { moveDeadline } from './deadline-choice.ts'
import { endHearing, listOpen, remindSchools, showListHearing, startHearing } from './hearings.ts'
import * as strikeContract from './strikes.schema.ts'
import * as strikes from './strikes.ts'

const saysDecision = (decision: string | null, language?: Language) => {
  const locale = language && { locale: language }
  if (decision === 'struck') return m.hearings_struck({}, locale)
  if (decision === 'ours') return m.hearings_ours({}, locale)
  return decision === 'kept-on-list' ? m.hearings_kept_on_list({}, locale) : null
}

export const hearingsRoutes = [
  serve(contract.startHearing, (ctx, { params, body }) => startHearing(ctx, params.id, body)),
  serve(contract.remindSchools, (ctx, { params }) => remindSchools(ctx, params.id)),
  serve(contract.endHearing, (ctx, { params, body }) => endHearing(ctx, params.id, body.why)),
  serve(contract.moveDeadline, (ctx, { params, body }) => moveDeadline(ctx, params.id, body)),
  serve(contract.askSomeone, (ctx, { params, body }) => askSomeone(ctx, params.id, body.personId)),
  serve(contract.showListHearing, (ctx, { params }) => showListHearing(ctx, params.id)),
  serve(contract.listOpenHearings, (ctx) => listOpen(ctx)),
  serve(contract.showHearing, (ctx, { params }) => school.showHearing(ctx, params.id)),
  serve(contract.listHeardCompanies, (ctx, { params, query }) => school.listHeard(ctx, params.id, query), {
    columns: [
      { title: m.hearings_col_cvr_number, value: (row) => row.cvr },
      { title: m.hearings_col_name, value: (row) => row.name },
      { title: m.hearings_col_town, value: (row) => row.town },
      { title: m.hearings_col_recognised_by, value: (row, language) => saysMatch(row, language) },
      { title: m.hearings_col_in_your_list, value: (row) => row.contact?.name ?? null },
      { title: m.hearings_col_your_contact, value: (row) => row.contact?.contactPerson ?? null },
      { title: m.hearings_col_answer, value: (row, language) => saysDecision(row.decision, language) },
    ],
  }),
  serve(strikeContract.strikeCompanies, (ctx, { params, body }) =>
    strikes.strikeCompanies(ctx, params.id, body.companyIds, body.reason, body),
  ),
  serve(strikeContract.strikeCertain, (ctx, { params, body }) =>
    strikes.strikeCertain(ctx, params.id, body.companyIds),
  ),
  serve(strikeContract.undoStrikes, (ctx, { params, body }) => strikes.undoStrikes(ctx, params.id, body.companyIds)),
  serve(strikeContract.keepCompanies, (ctx, { params, body }) =>
    strikes.keepOnList(ctx, params.id, body.companyIds, body),
  ),
  serve(strikeContract.undoKeeps, (ctx, { params, body }) => strikes.undoKeeps(ctx, params.id, body.companyIds)),
  serve(strikeContract.countLapsedStrikes, (ctx) => strikes.countLapsed(ctx)),
  serve(contract.answerHearing, (ctx, { params, body }) => school.answerHearing(ctx, params.id, body)),
  serve(contract.reopenAnswer, (ctx, { params }) => school.reopenAnswer(ctx, params.id)),
]

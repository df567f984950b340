import * as m from '#texts'
import { serve } from '#platform/http/serve'
import { topicName } from '../visits/topics.table.ts'
import { stateWords } from './referral-words.table.ts'
import * as contract from './referrals.schema.ts'
import * as referrals from './referrals.ts'

export const referralsRoutes = [
  serve(contract.listReferrals, (ctx, { query }) => referrals.listReferrals(ctx, query), {
    columns: [
      { title: m.referrals_col_company, value: (row) => row.company },
      { title: m.referrals_col_town, value: (row) => row.town },
      { title: m.referrals_col_given, value: (row) => row.givenAt },
      { title: m.referrals_col_giver, value: (row) => row.giver.name },
      { title: m.referrals_col_giver_school, value: (row) => row.giver.school },
      { title: m.referrals_col_to, value: (row) => row.to?.name ?? null },
      { title: m.referrals_col_to_school, value: (row) => row.toSchool?.name ?? null },
      { title: m.referrals_col_field, value: (row, language) => (row.field ? topicName(row.field, language) : null) },
      { title: m.referrals_col_hear_by, value: (row) => row.hearBy },
      { title: m.referrals_col_answer_by, value: (row) => row.answerBy },
      { title: m.referrals_col_state, value: (row, language) => stateWords[row.state]({}, { locale: language }) },
      { title: m.referrals_col_ended, value: (row) => row.endedAt },
    ],
  }),
  serve(contract.showReferral, (ctx, { params }) => referrals.showReferral(ctx, params.id)),
  serve(contract.listCompanyReferrals, (ctx, { params }) => referrals.listCompanyReferrals(ctx, params.companyId)),
  serve(contract.showReferralForm, (ctx, { params }) => referrals.showReferralForm(ctx, params.companyId)),
  serve(contract.listReferralReceivers, (ctx) => referrals.listReferralReceivers(ctx)),
  serve(contract.giveReferral, (ctx, { body }) => referrals.giveReferral(ctx, body)),
  serve(contract.undoGiving, (ctx, { params }) => referrals.undoGiving(ctx, params.id)),
  serve(contract.takeReferral, (ctx, { params }) => referrals.takeReferral(ctx, params.id)),
  serve(contract.undoTaking, (ctx, { params }) => referrals.undoTaking(ctx, params.id)),
  serve(contract.answerReferral, (ctx, { params, body }) => referrals.answerReferral(ctx, params.id, body)),
  serve(contract.undoAnswer, (ctx, { params }) => referrals.undoAnswer(ctx, params.id)),
  serve(contract.giveReferralBack, (ctx, { params, body }) => referrals.giveReferralBack(ctx, params.id, body)),
  serve(contract.undoGivingBack, (ctx, { params }) => referrals.undoGivingBack(ctx, params.id)),
  serve(contract.passReferral, (ctx, { params, body }) => referrals.passReferral(ctx, params.id, body)),
  serve(contract.withdrawReferral, (ctx, { params, body }) => referrals.withdrawReferral(ctx, params.id, body.why)),
  serve(contract.closeReferral, (ctx, { params }) => referrals.closeReferral(ctx, params.id)),
  serve(contract.reopenReferral, (ctx, { params }) => referrals.reopenReferral(ctx, params.id)),
]

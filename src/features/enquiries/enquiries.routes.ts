import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as enquiries from './enquiries.ts'
import * as contract from './enquiries.schema.ts'

export const enquiriesRoutes = [
  serve(contract.registerEnquiry, (ctx, { body }) => enquiries.registerEnquiry(ctx, body)),
  serve(contract.findEnquirers, (ctx, { query }) => enquiries.findEnquirers(ctx, query.q)),
  serve(contract.listEnquiries, (ctx, { query }) => enquiries.listEnquiries(ctx, query), {
    columns: [
      { title: m.enquiries_col_received, value: (row) => row.receivedAt },
      { title: m.enquiries_col_company, value: (row) => row.company },
      { title: m.enquiries_col_matter, value: (row) => row.matter },
      { title: m.enquiries_col_school, value: (row) => row.school?.name ?? null },
      { title: m.enquiries_col_owner, value: (row) => row.owner?.name ?? null },
      { title: m.enquiries_col_due, value: (row) => row.dueOn },
      { title: m.enquiries_col_ended, value: (row) => row.endedAt },
      { title: m.enquiries_col_answer, value: (row) => row.answer },
    ],
  }),
  serve(contract.showEnquiry, (ctx, { params }) => enquiries.showEnquiry(ctx, params.id)),
  serve(contract.takeEnquiry, (ctx, { params }) => enquiries.takeEnquiry(ctx, params.id)),
  serve(contract.passEnquiryOn, (ctx, { params, body }) => enquiries.passEnquiryOn(ctx, params.id, body)),
  serve(contract.answerEnquiry, (ctx, { params, body }) => enquiries.answerEnquiry(ctx, params.id, body)),
  serve(contract.listSchoolReach, (ctx) => enquiries.listSchoolReach(ctx)),
  serve(contract.changeSchoolReach, (ctx, { params, body }) => enquiries.changeSchoolReach(ctx, params.schoolId, body)),
]

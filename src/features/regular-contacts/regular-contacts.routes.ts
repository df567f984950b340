import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as contacts from './regular-contacts.ts'
import * as contract from './regular-contacts.schema.ts'

export const regularContactsRoutes = [
  serve(contract.showCompanyContact, (ctx, { params }) => contacts.showCompanyContact(ctx, params.companyId)),
  serve(contract.listRegularContacts, (ctx, { query }) => contacts.listRegularContacts(ctx, query), {
    columns: [
      { title: m.regular_contacts_col_company, value: (row) => row.company },
      { title: m.regular_contacts_col_cvr, value: (row) => row.cvr },
      { title: m.regular_contacts_col_contact, value: (row) => row.person.name },
      { title: m.regular_contacts_col_school, value: (row) => row.person.school },
      { title: m.regular_contacts_col_deputy, value: (row) => row.deputy?.name ?? null },
      { title: m.regular_contacts_col_since, value: (row) => row.since },
      { title: m.regular_contacts_col_follow_up, value: (row) => row.followUp?.what ?? null },
      { title: m.regular_contacts_col_follow_up_on, value: (row) => row.followUp?.dueOn ?? null },
      { title: m.regular_contacts_col_last, value: (row) => row.lastContactAt },
    ],
  }),
  serve(contract.takeRegularContact, (ctx, { body }) => contacts.takeRegularContact(ctx, body)),
  serve(contract.changeDeputy, (ctx, { params, body }) => contacts.changeDeputy(ctx, params.id, body.deputyId)),
  serve(contract.endRegularContact, (ctx, { params, body }) => contacts.endRegularContact(ctx, params.id, body.why)),
  serve(contract.agreeFollowUp, (ctx, { params, body }) => contacts.agreeFollowUp(ctx, params.id, body)),
  serve(contract.doFollowUp, (ctx, { params, body }) => contacts.doFollowUp(ctx, params.id, body.next)),
  serve(contract.undoFollowUp, (ctx, { params }) => contacts.undoFollowUp(ctx, params.id)),
  serve(contract.offerRegularContact, (ctx, { body }) => contacts.offerRegularContact(ctx, body)),
  serve(contract.acceptRegularContact, (ctx, { params, body }) =>
    contacts.acceptRegularContact(ctx, params.id, body.without),
  ),
  serve(contract.declineRegularContact, (ctx, { params, body }) =>
    contacts.declineRegularContact(ctx, params.id, body.why),
  ),
  serve(contract.withdrawRegularContact, (ctx, { params }) => contacts.withdrawRegularContact(ctx, params.id)),
  serve(contract.claimRegularContact, (ctx, { body }) => contacts.claimRegularContact(ctx, body)),
  serve(contract.decideClaim, (ctx, { params, body }) => contacts.decideClaim(ctx, params.id, body)),
  serve(contract.withdrawClaim, (ctx, { params }) => contacts.withdrawClaim(ctx, params.id)),
]

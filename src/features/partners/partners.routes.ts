import * as m from '#texts'
import { serve } from '#platform/http/serve'
import { partnerKinds } from './partner-kinds.table.ts'
import * as contract from './partners.schema.ts'
import * as partners from './partners.ts'

export const partnersRoutes = [
  serve(contract.listPartners, (ctx) => partners.listPartners(ctx), {
    columns: [
      { title: m.partners_col_name, value: (row) => row.name },
      { title: m.partners_col_kind, value: (row, locale) => partnerKinds[row.kind]({}, { locale }) },
      { title: m.partners_col_place, value: (row) => row.place },
      { title: m.partners_col_contact, value: (row) => row.contactName },
      { title: m.partners_col_phone, value: (row) => row.contactPhone },
      { title: m.partners_col_email, value: (row) => row.contactEmail },
      { title: m.partners_col_held_by, value: (row) => row.heldBy?.name ?? null },
    ],
  }),
  serve(contract.showPartner, (ctx, { params }) => partners.showPartner(ctx, params.id)),
  serve(contract.addPartner, (ctx, { body }) => partners.addPartner(ctx, body)),
  serve(contract.changePartner, (ctx, { params, body }) => partners.changePartner(ctx, params.id, body)),
  serve(contract.endPartner, (ctx, { params }) => partners.endPartner(ctx, params.id)),
  serve(contract.addPartnerPerson, (ctx, { params, body }) => partners.addPartnerPerson(ctx, params.id, body.personId)),
  serve(contract.makePartnerLink, (ctx, { params, body }) => partners.makePartnerLink(ctx, params.id, body.name)),
  serve(contract.endPartnerLink, (ctx, { params }) => partners.endPartnerLink(ctx, params.id, params.linkId)),
]

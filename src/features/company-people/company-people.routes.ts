import { serve } from '#platform/http/serve'
import * as people from './company-people.ts'
import * as contract from './company-people.schema.ts'

export const companyPeopleRoutes = [
  serve(contract.listCompanyPeople, (ctx, { params }) => people.listPeople(ctx, params.companyId)),
  serve(contract.addCompanyPerson, (ctx, { params, body }) => people.addPerson(ctx, params.companyId, body)),
  serve(contract.showCompanyPerson, (ctx, { params }) => people.showPerson(ctx, params.id)),
  serve(contract.correctCompanyPerson, (ctx, { params, body }) => people.correctPerson(ctx, params.id, body)),
  serve(contract.eraseCompanyPerson, (ctx, { params }) => people.erasePerson(ctx, params.id)),
  serve(contract.noteDeparture, (ctx, { params, body }) => people.noteDeparture(ctx, params.id, body.on ?? null)),
  serve(contract.undoDeparture, (ctx, { params }) => people.undoDeparture(ctx, params.id)),
  serve(contract.noteTold, (ctx, { params }) => people.noteTold(ctx, params.id)),
]

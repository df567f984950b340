import { serve, servePublic } from '#platform/http/serve'
import * as myAccess from './my-access.ts'
import * as contract from './my-access.schema.ts'
import * as passwordLinks from './password-links.ts'
import { proveAgain } from './proof.ts'

export const myAccessRoutes = [
  servePublic(contract.listMySessions, (visitor) => myAccess.listMySessions(visitor)),
  servePublic(contract.endOtherSessions, (visitor) => myAccess.endOtherSessions(visitor)),
  servePublic(contract.proveAgain, (visitor, { body }) => proveAgain(visitor, body.password)),
  servePublic(contract.forgetPassword, (visitor, { body }) => passwordLinks.forgetPassword(visitor, body.email)),
  serve(contract.makePasswordLink, (ctx, { params }) => passwordLinks.makePasswordLink(ctx, params.id)),
  servePublic(contract.showPasswordLink, (visitor, { params }) =>
    passwordLinks.showPasswordLink(visitor, params.token),
  ),
  servePublic(contract.choosePassword, (visitor, { params, body }) =>
    passwordLinks.choosePassword(visitor, params.token, body.password),
  ),
  servePublic(contract.changePassword, (visitor, { body }) => myAccess.changePassword(visitor, body)),
]

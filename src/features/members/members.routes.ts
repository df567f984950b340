import * as m from '#texts'
import { serve, servePublic, type Visitor } from '#platform/http/serve'
import * as access from '../sign-in/sign-in.ts'
import * as accessContract from '../sign-in/sign-in.schema.ts'
import { setUpCentre, showFront } from '../sign-in/first-run.ts'
import * as invitations from './invitations.ts'
import * as members from './members.ts'
import * as contract from './members.schema.ts'
import * as tokens from './tokens.ts'
import * as tokenContract from './tokens.schema.ts'

/** After any way of signing in: who I am. */
const asMe = async (visitor: Visitor, signedIn: ReturnType<typeof access.signInWithPassword>) =>
  visitor.database.in(await signedIn, (ctx) => members.showMe(ctx))

export const membersRoutes = [
  serve(accessContract.showMe, (ctx) => members.showMe(ctx)),
  serve(accessContract.changeMyLanguage, (ctx, { body }) => members.changeMyLanguage(ctx, body.language)),

  servePublic(accessContract.showFront, (visitor) => showFront(visitor)),
  servePublic(accessContract.signIn, (visitor, { body }) =>
    asMe(visitor, access.signInWithPassword(visitor, body.email, body.password)),
  ),
  servePublic(accessContract.signInDemo, (visitor, { body }) =>
    asMe(visitor, access.signInToDemo(visitor, body.email)),
  ),
  servePublic(accessContract.signOut, (visitor) => access.signOut(visitor)),
  servePublic(accessContract.setUpCentre, (visitor, { body }) => asMe(visitor, setUpCentre(visitor, body))),

  serve(contract.listMembers, (ctx, { query }) => members.listMembers(ctx, query.role), {
    columns: [
      { title: m.members_col_name, value: (row) => row.name },
      { title: m.members_col_e_mail, value: (row) => row.email },
      { title: m.members_col_phone, value: (row) => row.phone },
      { title: m.members_col_role, value: (row) => row.role },
      { title: m.members_col_school, value: (row) => row.school?.name ?? null },
    ],
  }),
  serve(contract.showMemberLooseEnds, (ctx, { params }) => members.showMemberLooseEnds(ctx, params.id)),
  serve(contract.endMembership, (ctx, { params }) => members.endMembership(ctx, params.id)),
  serve(contract.listInvitations, (ctx) => invitations.listInvitations(ctx)),
  serve(contract.invite, (ctx, { body }) => invitations.invite(ctx, body)),
  servePublic(contract.showInvitation, (visitor, { params }) => invitations.showInvitation(visitor, params.token)),
  servePublic(contract.acceptInvitation, (visitor, { params, body }) =>
    asMe(visitor, invitations.acceptInvitation(visitor, params.token, body)),
  ),

  serve(tokenContract.listTokens, (ctx) => tokens.listTokens(ctx)),
  serve(tokenContract.makeToken, (ctx, { body }) => tokens.makeToken(ctx, body.name)),
  serve(tokenContract.revokeToken, (ctx, { params }) => tokens.revokeToken(ctx, params.id)),
]

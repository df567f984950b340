import * as m from '#texts'
import { serve, servePublic } from '#platform/http/serve'
import { agreeToMember } from './agreement.ts'
import * as invitations from './invitations.ts'
import * as members from './members.ts'
import * as contract from './members.schema.ts'
import * as tokens from './tokens.ts'
import * as tokenContract from './tokens.schema.ts'

export const membersRoutes = [
  serve(contract.showMe, (ctx) => members.showMe(ctx)),
  serve(contract.changeMyLanguage, (ctx, { body }) => members.changeMyLanguage(ctx, body.language)),

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
  serve(contract.showMemberChange, (ctx, { params, query }) => members.showMemberChange(ctx, params.id, query)),
  serve(contract.changeMember, (ctx, { params, body }) => members.changeMember(ctx, params.id, body)),
  serve(contract.agreeToMember, (ctx, { params }) => agreeToMember(ctx, params.id)),
  serve(contract.listInvitations, (ctx) => invitations.listInvitations(ctx)),
  serve(contract.invite, (ctx, { body }) => invitations.invite(ctx, body)),
  serve(contract.sendInvitationAgain, (ctx, { params }) => invitations.sendInvitationAgain(ctx, params.id)),
  serve(contract.noteInvitationCopied, (ctx, { params }) => invitations.noteInvitationCopied(ctx, params.id)),
  serve(contract.withdrawInvitation, (ctx, { params }) => invitations.withdrawInvitation(ctx, params.id)),
  servePublic(contract.showInvitation, (visitor, { params }) => invitations.showInvitation(visitor, params.token)),

  serve(tokenContract.listTokens, (ctx) => tokens.listTokens(ctx)),
  serve(tokenContract.makeToken, (ctx, { body }) => tokens.makeToken(ctx, body.name, body)),
  serve(tokenContract.revokeToken, (ctx, { params }) => tokens.revokeToken(ctx, params.id)),
]

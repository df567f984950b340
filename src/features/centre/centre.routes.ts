import type { Visitor } from '#platform/http/serve'
import { serve, servePublic } from '#platform/http/serve'
import * as access from './access.ts'
import * as accessContract from './access.schema.ts'
import * as contract from './centre.schema.ts'
import * as membersContract from './members.schema.ts'
import * as centre from './centre.ts'
import * as mails from './mails.ts'
import * as tokens from './tokens.ts'
import * as invitations from './invitations.ts'
import * as members from './members.ts'
import * as schools from './schools.ts'
import { listWaiting, type WaitingSource } from './waiting.ts'

type House = { demo: boolean; baseUrl: string; waiting: readonly WaitingSource[] }

/** After any way of signing in: who I am. */
const asMe = async (visitor: Visitor, signedIn: ReturnType<typeof access.signInWithPassword>) =>
  visitor.database.in(await signedIn, (ctx) => members.showMe(ctx, visitor.demo))

export const centreRoutes = ({ demo, baseUrl, waiting }: House) => [
  serve(accessContract.showMe, (ctx) => members.showMe(ctx, demo)),
  serve(accessContract.changeMyLanguage, (ctx, { body }) => members.changeLanguage(ctx, body.language)),

  servePublic(accessContract.showFront, (visitor) => centre.showFront(visitor)),
  servePublic(accessContract.signIn, (visitor, { body }) =>
    asMe(visitor, access.signInWithPassword(visitor, body.email, body.password)),
  ),
  servePublic(accessContract.signInDemo, (visitor, { body }) =>
    asMe(visitor, access.signInToDemo(visitor, body.email)),
  ),
  servePublic(accessContract.signOut, (visitor) => access.signOut(visitor)),
  servePublic(accessContract.setUpCentre, (visitor, { body }) => asMe(visitor, centre.setUpCentre(visitor, body))),

  serve(membersContract.listSchools, (ctx) => schools.listSchools(ctx)),
  serve(membersContract.addSchool, (ctx, { body }) => schools.addSchool(ctx, body)),
  serve(membersContract.listMembers, (ctx, { query }) => members.listMembers(ctx, query.role), {
    columns: [
      { da: 'Navn', en: 'Name', value: (row) => row.name },
      { da: 'E-mail', en: 'E-mail', value: (row) => row.email },
      { da: 'Telefon', en: 'Phone', value: (row) => row.phone },
      { da: 'Rolle', en: 'Role', value: (row) => row.role },
      { da: 'Skole', en: 'School', value: (row) => row.school?.name ?? null },
    ],
  }),
  serve(membersContract.endMembership, (ctx, { params }) => members.endMembership(ctx, params.id)),
  serve(membersContract.listInvitations, (ctx) => invitations.listInvitations(ctx)),
  serve(membersContract.invite, (ctx, { body }) => invitations.invite(ctx, body, baseUrl)),
  servePublic(membersContract.showInvitation, (visitor, { params }) =>
    invitations.showInvitation(visitor, params.token),
  ),
  servePublic(membersContract.acceptInvitation, (visitor, { params, body }) =>
    asMe(visitor, invitations.acceptInvitation(visitor, params.token, body)),
  ),

  serve(contract.showRules, (ctx) => centre.showRules(ctx)),
  serve(contract.changeRules, (ctx, { body }) => centre.changeRules(ctx, body)),
  serve(contract.listWaiting, (ctx, { query }) => listWaiting(ctx, waiting, query.others === 'true')),

  serve(contract.listMails, (ctx, { query }) => mails.listMails(ctx, query), {
    columns: [
      { da: 'Til', en: 'To', value: (row) => row.to },
      { da: 'Emne', en: 'Subject', value: (row) => row.subject },
      { da: 'Skrevet', en: 'Written', value: (row) => row.createdAt },
      { da: 'Sendt', en: 'Sent', value: (row) => row.sentAt },
    ],
  }),
  serve(contract.showMailAttachment, (ctx, { params }) => mails.showMailAttachment(ctx, params.id)),
  serve(contract.listTokens, (ctx) => tokens.listTokens(ctx)),
  serve(contract.makeToken, (ctx, { body }) => tokens.makeToken(ctx, body.name)),
  serve(contract.revokeToken, (ctx, { params }) => tokens.revokeToken(ctx, params.id)),
]

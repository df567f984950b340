import { type Served, serve, servePublic } from '#platform/http/serve'
import * as company from './case.ts'
import { enter } from './link-door.ts'
import * as follow from './follow-up.ts'
import * as handovers from './handovers.ts'
import * as keeping from './keeping.ts'
import { linksStandAt, listLinks, makeLinkFor, revoke } from './links.ts'
import * as it from './follow-up.schema.ts'
import * as link from './case.schema.ts'

const states = {
  open: { da: 'åben', en: 'open' },
  kept: { da: 'holdt', en: 'kept' },
  dropped: { da: 'faldet bort', en: 'dropped' },
} as const

export const followUpRoutes = ({ baseUrl }: { baseUrl: string }): Served[] => {
  linksStandAt(baseUrl)
  return routes
}

const routes: Served[] = [
  serve(it.listPromises, (ctx, { query }) => follow.list(ctx, query), {
    columns: [
      { da: 'Virksomhed', en: 'Company', value: (row) => row.company },
      { da: 'CVR', en: 'CVR', value: (row) => row.cvr },
      { da: 'Aftale', en: 'Promise', value: (row) => row.what },
      { da: 'Aftalt til', en: 'Due', value: (row) => row.dueOn },
      { da: 'Dage for sent', en: 'Days late', value: (row) => row.daysLate },
      { da: 'Hvem', en: 'Owner', value: (row) => row.owner.name },
      { da: 'Skole', en: 'School', value: (row) => row.owner.school },
      { da: 'Status', en: 'State', value: (row, language) => states[row.state][language] },
      { da: 'Afsluttet', en: 'Closed', value: (row) => row.closedAt },
      { da: 'Hvorfor faldet bort', en: 'Why dropped', value: (row) => row.droppedWhy },
    ],
  }),
  serve(it.showPromise, (ctx, { params }) => follow.showPromise(ctx, params.id)),
  serve(it.makePromise, (ctx, { body }) => follow.make(ctx, body)),
  serve(it.keepPromise, (ctx, { params }) => keeping.keep(ctx, params.id)),
  serve(it.undoKeeping, (ctx, { params }) => keeping.undoKeeping(ctx, params.id)),
  serve(it.dropPromise, (ctx, { params, body }) => keeping.drop(ctx, params.id, body.why)),
  serve(it.undoDrop, (ctx, { params }) => keeping.undoDrop(ctx, params.id)),
  serve(it.changePromiseDate, (ctx, { params, body }) => keeping.changeDate(ctx, params.id, body)),
  serve(it.offerHandover, (ctx, { params, body }) => handovers.offer(ctx, params.id, body)),
  serve(it.acceptHandover, (ctx, { params }) => handovers.accept(ctx, params.id)),
  serve(it.declineHandover, (ctx, { params, body }) => handovers.decline(ctx, params.id, body.why)),
  serve(it.withdrawHandover, (ctx, { params }) => handovers.withdraw(ctx, params.id)),
  serve(link.listCompanyLinks, (ctx, { query }) => listLinks(ctx, query), {
    columns: [
      { da: 'Lavet', en: 'Made', value: (row) => row.madeAt },
      { da: 'Sidst åbnet', en: 'Last opened', value: (row) => row.lastOpenedAt },
      { da: 'Trukket tilbage', en: 'Revoked', value: (row) => row.revokedAt },
    ],
  }),
  serve(link.makeCompanyLink, (ctx, { body }) => makeLinkFor(ctx, body.companyId)),
  serve(link.revokeCompanyLink, (ctx, { params }) => revoke(ctx, params.id)),

  servePublic(link.showCase, (visitor, { params }) => enter(visitor, params.token, company.show)),
  servePublic(link.confirmMeeting, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.confirm(ctx, guest, body.meetingId)),
  ),
  servePublic(link.listCaseSlots, (visitor, { params, query }) =>
    enter(visitor, params.token, (ctx, guest) => company.slots(ctx, guest, query.meetingId)),
  ),
  servePublic(link.moveCaseMeeting, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.move(ctx, guest, body)),
  ),
  servePublic(link.cancelCaseMeeting, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.cancel(ctx, guest, body)),
  ),
  servePublic(link.stopContact, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.stop(ctx, guest, body.words)),
  ),
]

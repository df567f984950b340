import { serve, servePublic } from '#platform/http/serve'
import { enter } from '../links/links.ts'
import * as contract from './calendar-feeds.schema.ts'
import * as feeds from './calendar-feeds.ts'

export const calendarFeedsRoutes = [
  serve(contract.showMyFeed, (ctx) => feeds.showMyFeed(ctx)),
  serve(contract.makeMyFeed, (ctx) => feeds.makeMyFeed(ctx)),
  serve(contract.endMyFeed, (ctx) => feeds.endMyFeed(ctx)),
  servePublic(contract.readFeed, (visitor, { params }) =>
    enter(visitor, feeds.feedKind, params.token, async (ctx, { subjectId }) => ({
      download: {
        ...{ name: 'tovholder.ics', type: 'text/calendar; charset=utf-8' },
        body: await feeds.feedOf(ctx, subjectId),
      },
    })),
  ),
]

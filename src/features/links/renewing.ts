/** A link does not end while something runs with its company. */
import { sweep } from '#platform/jobs'
import { showRules } from '../centre/centre.ts'
import * as store from './links.sql.ts'

/** Days before its end from which a link is looked at. */
const soon = 14

export const renewLinks = sweep('renew-links', async (ctx) => {
  const kinds = ctx.house.rooms.flatMap(({ links = [] }) => links)
  const { linkDays } = await showRules(ctx)
  // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
  for (const { kind, endsAfterDays, renewed } of kinds)
    if (renewed && endsAfterDays !== null) await store.renew(ctx, { kind, days: linkDays, soon })
})

/** How many invitations go out: nobody makes the centre write hundreds of mails, to one address or to many. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { waitSaid } from '#platform/text/danish'
import * as store from './sendings.sql.ts'

/** In a day: to one address by anyone, and by one person to anyone. A centre begins with a hundred people at most. */
const most = { to: 10, by: 150 }
const hours = 24

/** Counts one more, which goes out with the transaction. Throws too-many-mails, with the time until the next may go. */
export const refuseTooMany = async (ctx: Ctx, email: string) => {
  const personId = personOf(ctx)
  const since = ctx.now.subtract({ hours })
  await store.lockSender(ctx, personId)
  const full = [
    await store.nthSince(ctx, { email }, since.toString(), most.to),
    await store.nthSince(ctx, { sentBy: personId }, since.toString(), most.by),
  ]
  const [oldest] = full.filter((at) => at !== undefined).toSorted((a, b) => b.localeCompare(a))
  if (oldest !== undefined) throw problem('too-many-mails', waitSaid(since, oldest, ctx.language))
  await store.insertSending(ctx, email, personId)
}

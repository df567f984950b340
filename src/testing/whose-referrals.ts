import type { Client } from './client.ts'
import { listWaiting } from '../features/home/home.schema.ts'
import { listReferrals } from '../features/referrals/referrals.schema.ts'

/** As which kinds a referral waits for somebody. */
export const waiting = async (who: Client, id: number) =>
  (await who.call(listWaiting, { query: {} })).rows
    .filter(({ href }) => href === `/henvisninger?nr=${id}`)
    .map(({ kind }) => kind)

/** Whether it stands among somebody's own. */
export const isMine = async (who: Client, id: number) =>
  (await who.call(listReferrals, { query: { limit: 200 } })).rows.some((row) => row.id === id)

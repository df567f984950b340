import type { Client } from '#testing/client'
import { listWaiting } from '../home/home.schema.ts'
import { listReferrals } from './referrals.schema.ts'

/** As which kinds a referral waits for somebody. */
export const waiting = async (who: Client, id: number) =>
  (await who.call(listWaiting, { query: {} })).rows
    .filter(({ href }) => href === `/henvisninger?nr=${id}`)
    .map(({ kind }) => kind)

/** Whether it stands among somebody's own. */
export const isMine = async (who: Client, id: number) =>
  (await who.call(listReferrals, { query: { limit: 200 } })).rows.some((row) => row.id === id)

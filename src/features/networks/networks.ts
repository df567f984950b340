/** Front door: networks of companies. What must hold: two that go on are never called the same, and no people stand there. */
import type { Ctx } from '#platform/context'
import { alone } from '#platform/db/savepoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { runsCentre } from '../centre/roles.ts'
import { networksEvents } from './networks-events.table.ts'
import * as store from './networks.sql.ts'

export { countNetworks } from './networks.sql.ts'

const record = recorder(networksEvents)
const topics = ['networks', 'campaigns'] as const

export const listNetworks = async (ctx: Ctx) => ({
  rows: await store.allNetworks(ctx),
  can: { write: runsCentre(ctx) },
})

const shown = async (ctx: Ctx, id: number) => {
  const row = await store.networkById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
/** The one index on names says so, whoever else writes at the same moment. */
const named = async <T>(ctx: Ctx, write: () => Promise<T>): Promise<T> => {
  const done = await alone(ctx, '23505', async () => ({ row: await write() }))
  if (!('row' in done)) throw problem('network-there')
  return done.row
}

export const writeDownNetwork = async (ctx: Ctx, form: store.Form) => {
  const made = await store.insertNetwork(ctx, form)
  if (!made) throw problem('network-there')
  const after = { what: form.name, ...form }
  await record(ctx, { verb: 'written-down', subject: 'company_network', subjectId: made.id, after, topics })
  return shown(ctx, made.id)
}
/** Throws changed-meanwhile with what stands (`theirs`): nothing is overwritten. */
export const changeNetwork = async (ctx: Ctx, id: number, { version, ...form }: store.Form & { version: number }) => {
  const before = await shown(ctx, id)
  if (!(await named(ctx, () => store.updateNetwork(ctx, id, { ...form, version }))))
    throw problem('changed-meanwhile', {}, { theirs: await shown(ctx, id), yours: form })
  const after = { what: form.name, ...form }
  await record(ctx, { verb: 'changed', subject: 'company_network', subjectId: id, before, after, topics })
  return shown(ctx, id)
}
export const endNetwork = async (ctx: Ctx, id: number) => {
  const ended = await store.markEnded(ctx, id)
  if (!ended) throw problem('not-found')
  await record(ctx, { verb: 'ended', subject: 'company_network', subjectId: id, before: { what: ended.name }, topics })
  return {}
}
export const undoEndingNetwork = async (ctx: Ctx, id: number) => {
  const back = await named(ctx, () => store.markGoingOn(ctx, id))
  if (!back) throw problem('not-found')
  await record(ctx, { verb: 'goes-on', subject: 'company_network', subjectId: id, after: { what: back.name }, topics })
  return {}
}

/** Front door: tips in mails. What must hold: nothing is done about one before a person has made it a tip, and nobody but who runs the centre reads it. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import * as m from '#texts'
import { coordinators } from '../centre/roles.ts'
import * as incoming from '../incoming-mails/incoming-mails.ts'
import { partnerNow } from '../partners/partners.ts'
import type { TipForm } from '../tips/giving.schema.ts'
import { isUntouched, readTip, takeTip, withdrawTip } from '../tips/tips.ts'
import { tipsByMail, topics } from './coming-in.ts'
import { mailedTipsEvents } from './mailed-tips-events.table.ts'
import type * as contract from './mailed-tips.schema.ts'
import * as store from './mailed-tips.sql.ts'
import { companiesIn } from './named-companies.ts'
import { draftOf } from './tip-draft.ts'
import { tellPartners } from './telling-partners.ts'

export { tipAddressNewOn } from './telling-partners.ts'

const record = recorder(mailedTipsEvents)
type Shape = z.infer<typeof contract.MailedTip>
type Whole = z.infer<typeof contract.WholeMailedTip>
type Form = z.output<typeof TipForm> & { partnerId: number }

/** A mail to the address for tips, as it was written, that came by no mailbox. */
export const bringTipMail = (ctx: Ctx, source: string) => incoming.bringMail(ctx, { kind: tipsByMail }, source)

/** What partners write to; null: there is none. */
export const tipAddress = (ctx: Ctx) => incoming.addressOf(ctx, tipsByMail)
const showAddress = async (ctx: Ctx) => ({ receives: ctx.house.mailbox !== null, address: await tipAddress(ctx) })

export const makeTipAddress = async (ctx: Ctx) => {
  const isAnother = await incoming.makeAddress(ctx, tipsByMail)
  const address = await tipAddress(ctx)
  if (isAnother && address) await tellPartners(ctx, address)
  announce(ctx, topics, 'centre', coordinators)
  return showAddress(ctx)
}

const shapeOf = ({ id, partnerId, partner, ...row }: store.MailRow): Shape => ({
  ...{ id, partner: partnerId === null ? null : { id: partnerId, name: partner ?? '' } },
  ...{ fromName: row.fromName, fromAddress: row.fromAddress, vouched: row.vouched, subject: row.subject },
  ...{ cameAt: row.cameAt, settledAt: row.settledAt, tipId: row.tipId },
  ...{ laidAside: row.settledAt !== null && row.settledBy === null, oldAddress: row.oldAddress },
})

export const listMailedTips = async (ctx: Ctx, { vis }: { vis: 'waits' | 'settled' }) => {
  const rows = await store.mailRows(ctx, { settled: vis === 'settled' })
  return {
    rows: rows.slice(0, store.mostListed).map(shapeOf),
    more: rows.length > store.mostListed,
    strangers: await store.strangersNow(ctx),
    dropped: await incoming.droppedLately(ctx),
    address: await showAddress(ctx),
  }
}

/** Throws not-found. */
const mustBe = async (ctx: Ctx, id: number) => {
  const row = await store.mailById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

export const showMailedTip = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await mustBe(ctx, id)
  const waits = row.settledAt === null
  const own = incoming.ownWords(row.words)
  return {
    ...shapeOf(row),
    ...{ words: row.words, cut: row.cut, attachments: row.attachments, unread: row.unread },
    ...draftOf(own),
    asideOn: incoming.laidAsideOn({ ...row, stranger: row.partnerId === null }),
    companies: waits ? await companiesIn(ctx, `${row.subject}\n${own}`) : [],
    can: {
      ...{ settle: waits, reopen: !waits && row.tipId === null },
      unmake: row.tipId !== null && (await isUntouched(ctx, row.tipId)),
    },
  }
}

/** For whoever does something about it; throws not-found. */
const lock = async (ctx: Ctx, id: number) => {
  await store.lockMails(ctx, [id])
  return mustBe(ctx, id)
}
const lockThatAreNoTips = async (ctx: Ctx, ids: readonly number[]) => {
  await store.lockMails(ctx, ids)
  return store.thatAreNoTips(ctx, ids)
}
const tell = async (ctx: Ctx, id: number, verb: keyof typeof mailedTipsEvents.incoming_mail, what: string) => {
  await record(ctx, { verb, subject: 'incoming_mail', subjectId: id, after: { what } })
  announce(ctx, topics, 'centre', coordinators)
}
/** Of two who press at once one has settled it. */
const settle = async (ctx: Ctx, id: number) => {
  if (!(await incoming.settleMail(ctx, id))) throw problem('mail-settled')
}

/** Told on the day it came; whoever makes it has read it. */
export const makeMailedTip = async (ctx: Ctx, id: number, { partnerId, ...form }: Form) => {
  const { cameAt } = await lock(ctx, id)
  const partner = await partnerNow(ctx, partnerId)
  if (!partner)
    throw problemAt(
      'wrong-input',
      '/body/partnerId',
      m.mailed_tips_problem_partner({}, { locale: ctx.language }),
      'unknown',
    )
  await settle(ctx, id)
  const tipId = await takeTip(ctx, { partnerId, linkId: null, toldAt: cameAt }, form)
  await readTip(ctx, tipId)
  await store.becameTip(ctx, id, tipId)
  await tell(ctx, id, 'made-a-tip', partner.name)
  return { tipId }
}

/** Taken back while nobody has gone on with the tip: there was none, and the mail waits. */
export const unmakeMailedTip = async (ctx: Ctx, id: number) => {
  const { tipId } = await lock(ctx, id)
  if (tipId === null) throw problem('mail-settled')
  await store.becameTip(ctx, id, null)
  if (!(await withdrawTip(ctx, tipId))) throw problem('mailed-tip-gone-on')
  // Whose words have been erased this moment is no mail again: the tip is all there is of it.
  if ((await incoming.reopenMails(ctx, [id])).length === 0) throw problem('not-found')
  await tell(ctx, id, 'unmade', '')
  return {}
}

export const refuseMailedTip = async (ctx: Ctx, id: number) => {
  const { partner } = await lock(ctx, id)
  await settle(ctx, id)
  await tell(ctx, id, 'refused', partner ?? '')
  return {}
}

export const reopenMailedTip = async (ctx: Ctx, id: number) => {
  const { partner, tipId } = await lock(ctx, id)
  if (tipId !== null || (await incoming.reopenMails(ctx, [id])).length === 0) throw problem('mail-settled')
  await tell(ctx, id, 'reopened', partner ?? '')
  return {}
}

export const refuseStrangers = async (ctx: Ctx, { upTo }: { upTo: string }) => {
  const wanted = await store.strangersSince(ctx, upTo)
  const ids = await incoming.settleMails(ctx, await lockThatAreNoTips(ctx, wanted))
  for (const id of ids) await tell(ctx, id, 'refused', '')
  return { ids }
}
export const reopenMailedTips = async (ctx: Ctx, { ids: wanted }: { ids: readonly number[] }) => {
  const ids = await incoming.reopenMails(ctx, await lockThatAreNoTips(ctx, wanted))
  for (const id of ids) await tell(ctx, id, 'reopened', '')
  return { ids }
}

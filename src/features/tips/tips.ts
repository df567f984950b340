/** Front door: what partners tell of companies. What must hold: nobody goes on with one while the company may not be contacted, and the partner sees how far it is and no more. */
import type { Ctx } from '#platform/context'
import { runsCentre } from '../centre/roles.ts'
import * as handling from './handling.ts'
import { shapeOf, tellingPartners } from './one-tip.ts'
import * as store from './tips.sql.ts'

export {
  findOpenPlaces,
  findTipped,
  givenTips,
  giveTip,
  giveTipAs,
  isUntouched,
  takeTip,
  withdrawTip,
} from './giving.ts'
export const [acceptTip, askAboutTip, declineTip, endTip, nameTipCompany, readTip, registerTip] = [
  tellingPartners(handling.acceptTip),
  tellingPartners(handling.askAboutTip),
  tellingPartners(handling.declineTip),
  tellingPartners(handling.endTip),
  tellingPartners(handling.nameTipCompany),
  tellingPartners(handling.readTip),
  tellingPartners(handling.registerTip),
]
export { showTip } from './one-tip.ts'
export { seeTipVisit } from './handling.ts'

export const listTips = async (
  ctx: Ctx,
  { vis, partnerId }: { vis: 'open' | 'ended'; partnerId?: number | undefined },
) => {
  const ofPerson = runsCentre(ctx) ? null : (ctx.personId ?? 0)
  const rows = await store.tipRows(ctx, { ended: vis === 'ended', partnerId, ofPerson })
  // Whose tip it is that nobody may name, no filter tells either.
  const shown = partnerId !== undefined && !runsCentre(ctx) ? rows.filter(({ mayName }) => mayName) : rows
  return {
    rows: shown.slice(0, store.mostListed).map((row) => shapeOf(ctx, row)),
    more: rows.length > store.mostListed,
  }
}

import { serve } from '#platform/http/serve'
import { holdSlot, letSlotGo, listFreeSlots } from './free-slots.ts'
import * as contract from './free-slots.schema.ts'

export const freeSlotsRoutes = [
  serve(contract.listFreeSlots, (ctx, { query: { bookingId, ...wish } }) =>
    listFreeSlots(ctx, { ...wish, except: bookingId === undefined ? undefined : { kind: 'booking', id: bookingId } }),
  ),
  serve(contract.holdSlot, (ctx, { body }) => holdSlot(ctx, body)),
  serve(contract.letSlotGo, (ctx) => letSlotGo(ctx)),
]

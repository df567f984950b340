import * as m from '#texts'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { OfferedClass } from './look-up.schema.ts'

const saysPlaces = (places: number) => (places === 1 ? m.look_up_one_place() : m.look_up_places({ count: places }))

/** How the class stood when the portal's file came: what it lacks, what is left. Nothing where the portal does not say. */
export const StateOf = ({ one: { state, needs, places } }: { one: OfferedClass }) => {
  if (state === 'short') return <StateTag tone="venter">{m.look_up_needs({ count: needs })}</StateTag>
  if (state === 'full' || places === 0) return <StateTag>{m.look_up_full()}</StateTag>
  const words = [places !== null && saysPlaces(places), state !== 'open' && m.look_up_runs()].filter(Boolean).join(', ')
  return words === '' ? null : <StateTag tone={state === 'open' ? 'sten' : 'fri'}>{words}</StateTag>
}

import { NativeSelect } from '@mantine/core'
import * as m from '#texts'
import type { FreeSlotRow } from './SlotPick.tsx'
import { PointsTable, SecondPick } from './SlotWhy.tsx'
import './free-slots.css'

type Props = {
  chosen: FreeSlotRow | undefined
  people: ReadonlyMap<number, string>
  second: number | null | undefined
  onSecond: ((personId: number | null) => void) | undefined
}
/** Who comes along: the one that is proposed, or anyone; and what speaks for the time as it is chosen. */
export const SecondPicks = ({ chosen, people, second, onSecond }: Props) => (
  <>
    {onSecond && (
      <NativeSelect
        className="slots-second"
        label={m.free_slots_second()}
        value={String(second ?? '')}
        data={[
          { value: '', label: m.free_slots_second_nobody() },
          ...[...people].map(([id, name]) => ({ value: String(id), label: name })),
        ]}
        onChange={(event) => onSecond(Number(event.currentTarget.value) || null)}
      />
    )}
    {chosen && onSecond && !second && (
      <SecondPick slot={chosen} along={false} onAlong={() => onSecond(chosen.second?.personId ?? null)} />
    )}
    {chosen && <PointsTable slot={chosen} along={Boolean(second) && second === chosen.second?.personId} />}
  </>
)

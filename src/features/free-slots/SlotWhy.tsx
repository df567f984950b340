import { Checkbox, TextInput } from '@mantine/core'
import * as m from '#texts'
import { saysDay } from '#web/parts/dates.ts'
import { number } from '#web/parts/numbers.ts'
import type { AnswerOf } from '#platform/endpoint'
import type { listFreeSlots } from './free-slots.schema.ts'
import './free-slots.css'

type Slots = AnswerOf<typeof listFreeSlots>
type Slot = Slots['rows'][number]

/** What each row is called. */
export const pointNames: Record<Slot['points'][number]['what'], () => string> = {
  staffed: m.free_slots_points_staffed,
  expertise: m.free_slots_points_expertise,
  contact: m.free_slots_points_contact,
  'met-before': m.free_slots_points_met_before,
  travel: m.free_slots_points_travel,
  later: m.free_slots_points_later,
}

/** What speaks for the chosen time, and against it: a table that adds up. */
export const PointsTable = ({ slot, along = false }: { slot: Slot; along?: boolean }) => {
  const told = slot.points.filter(({ points }) => points !== 0)
  const second = along ? slot.second : null
  const sum = told.reduce((all, { points }) => all + points, second?.points ?? 0)
  return (
    <details className="slots-points">
      <summary>{m.free_slots_points()}</summary>
      <table>
        <tbody>
          {told.map(({ what, points }) => (
            <tr key={what}>
              <th scope="row">{pointNames[what]()}</th>
              <td className="tov-figures">{number(points)}</td>
            </tr>
          ))}
          {second && (
            <tr>
              <th scope="row">{m.free_slots_pair_points({ name: second.name })}</th>
              <td className="tov-figures">{number(second.points)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{m.free_slots_points_sum()}</th>
            <td className="tov-figures">{number(sum)}</td>
          </tr>
        </tbody>
      </table>
    </details>
  )
}

type SecondProps = { slot: Slot; along: boolean; onAlong: (along: boolean) => void }
/** The one who could come along, with why. */
export const SecondPick = ({ slot: { second }, along, onAlong }: SecondProps) =>
  second && (
    <Checkbox
      className="slots-second"
      label={m.free_slots_take_along({ name: second.name })}
      description={[second.school, second.why].filter(Boolean).join('. ')}
      checked={along}
      onChange={(event) => onAlong(event.currentTarget.checked)}
    />
  )

type None = {
  slots: Pick<Slots, 'otherFields' | 'ask' | 'from' | 'through'>
  says: (looked: { from: string; day: string }) => string
}
/** No time: why, and whom one may ask. */
export const NoSlots = ({ slots, says }: None) => (
  <div className="slots-none">
    <p>{says({ from: saysDay(slots.from), day: saysDay(slots.through) })}</p>
    {slots.otherFields > 0 && slots.ask.length === 0 && <p>{m.free_slots_ask_anyone()}</p>}
    {slots.ask.length > 0 && (
      <>
        <p>{m.free_slots_ask()}</p>
        <ul>
          {slots.ask.map(({ name, school, why }) => (
            <li key={name}>
              <b>{name}</b>
              {school && `, ${school}`}. <span className="tov-dim">{why}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
)

type WhyProps = {
  slot: Pick<Slot, 'name' | 'fits'> | undefined
  asked?: boolean
  value: string
  onChange: (why: string) => void
}
/** Who does not know the industry is chosen for a reason. */
export const ChosenWhy = ({ slot, asked = false, value, onChange }: WhyProps) =>
  slot && (asked || !slot.fits) ? (
    <TextInput
      label={m.free_slots_chosen_why({ who: slot.name })}
      description={m.free_slots_chosen_why_text()}
      value={value}
      required
      maxLength={300}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  ) : null

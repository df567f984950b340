import * as m from '#texts'
import { DateField } from '#web/parts/DateField.tsx'
import { timeOf } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { TimeField } from '#web/parts/TimeField.tsx'
import { movePresenceDay } from './presence-days.schema.ts'
import type { WholeDay } from './presence-words.tsx'

/** Another date or other hours, that once: the regular days stay as they are. */
export const MoveDay = ({ day }: { day: WholeDay }) => {
  const form = useContractForm(movePresenceDay, {
    initial: { from: day.startsAt, onDay: day.onDay, startsAt: timeOf(day.startsAt), endsAt: timeOf(day.endsAt) },
    with: { params: { id: day.id } },
    says: ({ person }) =>
      person ? m.presence_days_said_moved({ who: person.name }) : m.presence_days_said_moved_none(),
  })
  const partner = day.partner.name
  return (
    <section className="presence-part">
      <h3>{m.presence_days_move_title()}</h3>
      <ContractForm of={form} label={m.presence_days_move_title()}>
        <DateField label={m.presence_days_move_on()} {...form.field('onDay')} />
        <div className="presence-two">
          <TimeField label={m.presence_days_field_starts()} {...form.field('startsAt')} />
          <TimeField label={m.presence_days_field_ends()} {...form.field('endsAt')} />
        </div>
        <p className="tov-dim">
          {day.person
            ? m.presence_days_move_note({ who: day.person.name, partner })
            : m.presence_days_move_note_nobody({ partner })}
        </p>
        <SendButton of={form}>{m.presence_days_move()}</SendButton>
      </ContractForm>
    </section>
  )
}

import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { changeWorkingHours } from './diaries.schema.ts'
import type { Person } from './diary-person.tsx'
import { sameAllWeek, saysProposed } from './proposed-hours.shared.ts'
import './diaries.css'

/** Over a week in which nobody can book: why, and a proposal that one press takes. */
export const NoHours = ({ person, onHours }: { person: Person; onHours: (person: Person) => void }) => {
  const take = useAct(changeWorkingHours, { says: () => m.diaries_hours_saved() })
  const params = { personId: person.personId }
  return (
    <section className="diaries-none tov-card" aria-labelledby="diaries-none">
      <div>
        <h2 id="diaries-none">{m.diaries_none_title()}</h2>
        <p>{m.diaries_none_text(saysProposed)}</p>
      </div>
      <div className="diaries-none-acts">
        <Button onClick={() => onHours(person)}>{m.diaries_none_other()}</Button>
        <Button variant="filled" onClick={() => void take.run({ params, body: { hours: sameAllWeek() } })}>
          {m.diaries_none_take(saysProposed)}
        </Button>
      </div>
    </section>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { eraseCompanyPerson, noteDeparture, noteTold, type Person, undoDeparture } from './company-people.schema.ts'

/** What may be done about someone, beside correcting: he left, he is there after all, he was told, he wishes to be forgotten. */
export const PersonActs = ({ person, onDone }: { person: Person; onDone: () => void }) => {
  const { id, name, leftOn, toldOn } = person
  const params = { id }
  const [asking, setAsking] = useState(false)
  const left = useAct(noteDeparture, {
    says: () => m.company_people_left_done({ name }),
    undo: () => () => call(undoDeparture, { params }),
    onDone,
  })
  const back = useAct(undoDeparture, { says: () => m.company_people_back_done({ name }), onDone })
  const told = useAct(noteTold, { says: () => m.company_people_told_done({ name }) })
  const erase = useAct(eraseCompanyPerson, { says: () => m.company_people_erased(), onDone })
  return (
    <div className="company-people-acts">
      {toldOn === null && leftOn === null && (
        <Button size="compact-sm" onClick={() => void told.run({ params })}>
          {m.company_people_told_press()}
        </Button>
      )}
      {leftOn === null ? (
        <Button size="compact-sm" onClick={() => void left.run({ params, body: {} })}>
          {m.company_people_has_left()}
        </Button>
      ) : (
        <Button size="compact-sm" onClick={() => void back.run({ params })}>
          {m.company_people_back()}
        </Button>
      )}
      <Button size="compact-sm" onClick={() => setAsking(true)}>
        {m.company_people_erase()}
      </Button>
      <Ask
        open={asking}
        title={m.company_people_erase_title({ name })}
        yes={m.company_people_erase()}
        onClose={() => setAsking(false)}
        onYes={() => void erase.run({ params })}
      >
        {m.company_people_erase_text()}
      </Ask>
    </div>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import type { Time, Whole } from './gathering-words.tsx'
import { askToTakeTurn, listTakers } from './gatherings.schema.ts'

type Props = { whole: Whole; time: Time }
const Asking = ({ whole, time, onClose }: Props & { onClose: () => void }) => {
  const params = { id: whole.id, timeId: time.id }
  const { data } = useAnswer(listTakers, { params })
  const [to, setTo] = useState('')
  const rows = data?.rows ?? []
  const chosen = rows.find(({ id }) => String(id) === to) ?? rows[0]
  const ask = useAct(askToTakeTurn, {
    says: () => m.gatherings_said_turn_asked({ who: chosen?.name ?? '' }),
    onDone: onClose,
  })
  return (
    <Dialog title={m.gatherings_ask_turn()} onClose={onClose}>
      {!data && <GreyRows count={2} />}
      {data && rows.length === 0 && <p>{m.gatherings_ask_turn_none()}</p>}
      {chosen && (
        <>
          <Dropdown
            label={m.gatherings_ask_turn_whom()}
            data={rows.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(chosen.id)}
            onChange={setTo}
          />
          <div className="tov-dialog-foot">
            <Button variant="filled" onClick={() => void ask.run({ params, body: { toId: chosen.id } })}>
              {m.gatherings_ask_turn_send()}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
/** Somebody else takes my turn, with a yes. */
export const AskTurn = (props: Props) => {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.gatherings_ask_turn()}</Button>
      {asking && <Asking {...props} onClose={() => setAsking(false)} />}
    </>
  )
}

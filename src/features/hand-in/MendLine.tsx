import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { changeHandInLine, removeHandInLines } from './hand-in.schema.ts'
import { asSeen, type Line } from './HandInLines.tsx'

/** Which of those that fit it is; or the line written anew. */
export const MendLine = ({ line, onDone }: { line: Line; onDone: () => void }) => {
  const [wrote, setWrote] = useState(line.wrote)
  const params = { n: line.n }
  const change = useAct(changeHandInLine, { onDone })
  const remove = useAct(removeHandInLines, { says: () => m.hand_in_said_taken_out(), onDone })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (wrote.trim() !== '' && !change.running) void change.run({ params, body: { wrote } })
  }
  return (
    <Dialog title={m.hand_in_mend_title({ n: line.n })} onClose={onDone}>
      {line.candidates.length > 0 && (
        <ul className="hand-in-candidates" aria-label={m.hand_in_mend_or()}>
          {line.candidates.map(({ id, name, town, employees }) => (
            <li key={id}>
              <button type="button" onClick={() => void change.run({ params, body: { companyId: id } })}>
                <b>{name}</b>
                <span>
                  {[town, employees === null ? null : m.handed_in_employees({ count: employees })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={send}>
        <TextInput
          label={m.hand_in_mend_wrote()}
          maxLength={300}
          value={wrote}
          onChange={(event) => setWrote(event.currentTarget.value)}
        />
        <div className="tov-dialog-foot">
          <Button onClick={() => void remove.run({ body: { lines: [asSeen(line)] } })}>{m.hand_in_take_out()}</Button>
          <Button type="submit" variant="filled" aria-disabled={change.running || undefined}>
            {m.hand_in_mend_save()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

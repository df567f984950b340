import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useInfiniteAnswer } from '#web/data/answers.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { listSchoolContacts } from '../school-contacts/school-contacts.schema.ts'
import { addHandInLines } from './hand-in.schema.ts'

type Contact = RowOf<typeof listSchoolContacts>
/** As the school has it: name, a number when there is one, town. */
const lineOf = ({ name, cvr, pNumber, phone, town }: Contact) =>
  [name, pNumber ?? cvr ?? phone, town].filter(Boolean).join('; ')

/** Some of the school's own contacts, ticked. */
export const FromContacts = ({ onDone }: { onDone: () => void }) => {
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useInfiniteAnswer(listSchoolContacts, { query: { limit: 50, ...(q && { q }) } })
  const add = useAct(addHandInLines, { says: () => m.hand_in_said_added(), onDone })
  const turn = (line: string) => {
    const next = new Set(chosen)
    if (!next.delete(line)) next.add(line)
    setChosen(next)
  }
  // Two who are written alike are one line.
  const lines = [...new Set(list.rows.map(lineOf))]
  return (
    <Dialog title={m.hand_in_contacts_title()} onClose={onDone}>
      <TextInput label={m.hand_in_contacts_search()} value={q} onChange={(event) => setQ(event.currentTarget.value)} />
      {list.error && <ListFailed list={list} />}
      {!list.isPending && !list.error && list.rows.length === 0 && q === '' && <p>{m.hand_in_contacts_empty()}</p>}
      <div className="hand-in-contacts">
        {lines.map((line) => (
          <Checkbox key={line} label={line} checked={chosen.has(line)} onChange={() => turn(line)} />
        ))}
      </div>
      {list.hasMore && (
        <button type="button" className="tov-text-button" onClick={list.more}>
          {m.hand_in_earlier_more()}
        </button>
      )}
      <div className="tov-dialog-foot">
        <Button
          variant="filled"
          aria-disabled={chosen.size === 0 || add.running || undefined}
          onClick={() => chosen.size > 0 && void add.run({ body: { lines: [...chosen] } })}
        >
          {m.hand_in_contacts_add({ count: chosen.size })}
        </Button>
      </div>
    </Dialog>
  )
}

import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type RowOf, useAnswer, useInfiniteAnswer } from '#web/data/answers.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { SearchField } from '#web/parts/Filters.tsx'
import { ListFailed } from '#web/parts/ListFailed.tsx'
import { number } from '#web/parts/numbers.ts'
import { listContactUploads, listSchoolContacts } from '../school-contacts/school-contacts.schema.ts'
import { addHandInLines } from './hand-in.schema.ts'

type Contact = RowOf<typeof listSchoolContacts>
/** As the school has it: name, a number when there is one, town. */
const lineOf = ({ name, cvr, pNumber, phone, town }: Contact) =>
  [name, pNumber ?? cvr ?? phone, town].filter(Boolean).join('; ')

/** Those that cannot be ticked, and why; `none`: there is none to tick. */
const Shut = ({ none }: { none: boolean }) => {
  const { data } = useAnswer(listContactUploads)
  if (!data) return null
  const { contacts, locked, open } = data
  if (none && contacts + locked + open === 0) return <p>{m.hand_in_contacts_empty()}</p>
  return (
    <>
      {locked > 0 && <p role="status">{m.hand_in_contacts_locked({ count: number(locked) })}</p>}
      {open > 0 && <p role="status">{m.hand_in_contacts_open({ count: number(open) })}</p>}
    </>
  )
}

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
      <SearchField label={m.hand_in_contacts_search()} value={q} onChange={setQ} />
      {list.error && <ListFailed list={list} />}
      <Shut none={!list.isPending && !list.error && list.rows.length === 0 && q === ''} />
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

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { looksLikeAPerson } from '#platform/text/looks-like-a-person.shared'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import type { Whole } from './gathering-words.tsx'
import { writeLearnt } from './gatherings.schema.ts'

const three = [0, 1, 2] as const

/** What came of it, in three lines: of what was learnt, and of no person. */
export const LearntForm = ({ whole }: { whole: Whole }) => {
  const [lines, setLines] = useState(three.map((nth) => whole.learnt[nth] ?? ''))
  const save = useAct(writeLearnt, { says: () => m.gatherings_said_learnt() })
  const said = lines.map((line) => line.trim()).filter(Boolean)
  return (
    <form
      className="gatherings-learnt"
      aria-label={m.gatherings_learnt()}
      onSubmit={(event) => {
        event.preventDefault()
        if (said.length > 0) void save.run({ params: { id: whole.id }, body: { lines: said, seen: whole.learnt } })
      }}
    >
      <h3>{m.gatherings_learnt()}</h3>
      <p className="tov-dim">{m.gatherings_learnt_hint()}</p>
      {three.map((nth) => (
        <TextInput
          key={nth}
          label={m.gatherings_learnt_line({ nth: nth + 1 })}
          maxLength={200}
          value={lines[nth]}
          description={
            looksLikeAPerson(lines[nth] ?? '', `${whole.title} ${whole.school?.name ?? ''}`)
              ? m.gatherings_learnt_person()
              : undefined
          }
          onChange={(event) => setLines(lines.with(nth, event.currentTarget.value))}
        />
      ))}
      <Button type="submit" variant="filled" disabled={said.length === 0}>
        {m.gatherings_learnt_save()}
      </Button>
    </form>
  )
}

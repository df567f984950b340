import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { sayDone } from '#web/data/notices.ts'
import { Card } from '#web/parts/Card.tsx'
import { listMembers } from '../members/members.schema.ts'
import { makePasswordLink } from './my-access.schema.ts'

/** An administrator helps who has forgotten a password: a link to hand over in person, shown once. */
export const HandOutLink = () => {
  const { data } = useAnswer(listMembers, { query: {} })
  const [id, setId] = useState('')
  const [made, setMade] = useState<{ name: string; url: string }>()
  const make = useAct(makePasswordLink, { onDone: setMade })
  const here = data?.rows.filter(({ leftAt }) => leftAt === null) ?? []
  const copy = (url: string) => void navigator.clipboard.writeText(url).then(() => sayDone(m.my_access_hand_copied()))
  return (
    <Card title={m.my_access_hand_title()}>
      <p className="centre-lead">{m.my_access_hand_text()}</p>
      <NativeSelect
        label={m.my_access_hand_who()}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        data={[{ value: '', label: '' }, ...here.map((one) => ({ value: String(one.id), label: one.name }))]}
      />
      <Button disabled={id === ''} onClick={() => void make.run({ params: { id } })}>
        {m.my_access_hand_make()}
      </Button>
      {made && (
        <div role="status">
          <p>{m.my_access_hand_once({ name: made.name })}</p>
          <code>{made.url}</code>
          <Button onClick={() => copy(made.url)}>{m.my_access_hand_copy()}</Button>
        </div>
      )}
    </Card>
  )
}

import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { listMembers } from '../members/members.schema.ts'
import { makePasswordLink } from './my-access.schema.ts'

/** An administrator helps who has forgotten a password: a link to hand over in person, shown once. */
export const HandOutLink = () => {
  const { data } = useAnswer(listMembers, { query: {} })
  const [id, setId] = useState('')
  const [made, setMade] = useState<{ name: string; url: string }>()
  const make = useAct(makePasswordLink, { onDone: setMade })
  const choose = (next: string) => {
    setId(next)
    // One person's link never stands beside another's name.
    setMade(undefined)
  }
  const here = data?.rows.filter(({ leftAt }) => leftAt === null) ?? []
  return (
    <Card title={m.my_access_hand_title()}>
      <p className="centre-lead">{m.my_access_hand_text()}</p>
      <div className="my-access-hand">
        <NativeSelect
          label={m.my_access_hand_who()}
          value={id}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: m.my_access_hand_choose() },
            ...here.map((one) => ({ value: String(one.id), label: one.name })),
          ]}
        />
        <Button disabled={id === ''} onClick={() => void make.run({ params: { id } })}>
          {m.my_access_hand_make()}
        </Button>
      </div>
      {made && (
        <ShownOnce
          title={m.my_access_hand_once({ name: made.name })}
          secret={made.url}
          copy={m.my_access_hand_copy()}
          copied={m.my_access_hand_copied()}
        />
      )}
    </Card>
  )
}

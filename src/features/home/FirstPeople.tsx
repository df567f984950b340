import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { copyText } from '#web/data/copy.ts'
import { useKeys } from '#web/data/keys.ts'
import { sayDone, sayProblem } from '#web/data/notices.ts'
import { useMay, useMe } from '#web/frame/me.ts'
import { roleName } from '#web/frame/role-names.ts'
import { saysNearMoment } from '#web/parts/dates.ts'
import { Go, pathOf } from '#web/parts/Go.tsx'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { ShownOnce } from '#web/parts/ShownOnce.tsx'
import { StateWord } from '#web/parts/StateTag.tsx'
import { invite, noteInvitationCopied, sendInvitationAgain } from '../members/members.schema.ts'
import type { showFirstDay } from './first-day.schema.ts'
import './first-day.css'

type Someone = AnswerOf<typeof showFirstDay>['people'][number]

/** A new link for each copy: only its hash is kept, so the one before ends. */
const useCopy = () => {
  const [handed, setHanded] = useState<{ name: string; url: string }>()
  const note = useAct(noteInvitationCopied)
  const renew = useAct(sendInvitationAgain, {
    onDone: async ({ id, name, url }) => {
      if (url === null) return sayDone(m.members_invitation_sent_again({ name }))
      const copied = await copyText(url)
      setHanded(copied ? undefined : { name, url })
      if (!copied) return sayProblem(m.web_copy_failed())
      sayDone(m.home_first_copied({ name }))
      await note.run({ params: { id } })
    },
  })
  return { handed, running: renew.running, copy: (id: number) => void renew.run({ params: { id } }) }
}

/** Asks something of who looks; what is with others by now waits for them. */
export const isToDo = ({ state }: Someone, mails: boolean) => state === 'nobody' || (state === 'invited' && !mails)

const saysState = ({ state, at }: Someone, mails: boolean) => {
  const when = at === null ? '' : saysNearMoment(at)
  if (state === 'nobody') return m.home_first_nobody()
  if (state === 'opened') return m.home_first_opened({ when })
  if (state === 'copied') return m.home_first_copied_at({ when })
  if (state === 'invited') return mails ? m.home_first_invited({ when }) : m.home_first_not_copied()
  return m.home_first_in({ when })
}

type Person = { one: Someone; filled: boolean; copy: (id: number) => void }
const PersonAct = ({ one: { invitationId, state, role, school, name }, filled, copy }: Person) => {
  const { mails } = useMe()
  const variant = filled ? 'filled' : 'default'
  if (state === 'in') return null
  if (invitationId === null)
    return (
      <Button
        component={Go}
        to={pathOf(`/medlemmer?rolle=${role}${school ? `&skole=${school.id}` : ''}`)}
        variant={variant}
        aria-label={m.home_first_invite_which({ who: school?.name ?? roleName(role) })}
      >
        {m.home_first_invite()}
      </Button>
    )
  const word = mails ? m.home_first_send_again() : state === 'invited' ? m.home_first_copy() : m.home_first_copy_new()
  return (
    <Button
      variant={variant}
      leftSection={!mails && <IconCopy size={16} aria-hidden />}
      rightSection={filled && !mails && <KeyCap>c</KeyCap>}
      onClick={() => copy(invitationId)}
      aria-label={`${word}: ${name ?? ''}`}
    >
      {word}
    </Button>
  )
}

/** Whom the centre cannot begin without, and how far each invitation has come; `c` copies the next link. */
export const FirstPeople = ({ people, present }: { people: readonly Someone[]; present: boolean }) => {
  const { mails } = useMe()
  const may = useMay()
  const { handed, running, copy } = useCopy()
  const next = people.find((one) => isToDo(one, mails))
  const uncopied = people.find(({ state }) => state === 'invited')?.invitationId ?? null
  const press = () => uncopied !== null && !running && copy(uncopied)
  useKeys(uncopied !== null && !mails ? [{ key: 'c', says: m.home_first_copy(), run: press }] : [])
  if (people.length === 0) return null
  return (
    <div className="first-people">
      <ul>
        {people.map((one) => (
          <li key={`${one.role} ${one.school?.id ?? ''}`}>
            <span>
              {one.name !== null && <b>{one.name}</b>} {one.school?.name ?? roleName(one.role)}
            </span>
            <StateWord tone={one.state === 'opened' || one.state === 'in' ? 'fri' : 'sten'}>
              {(one.state === 'opened' || one.state === 'in') && <IconCheck size={15} aria-hidden />}{' '}
              {saysState(one, mails)}
            </StateWord>
            <span className="tov-row-action">
              {may(invite) && <PersonAct one={one} filled={present && one === next} copy={copy} />}
            </span>
          </li>
        ))}
      </ul>
      {handed && (
        <ShownOnce
          title={m.members_invitation_once({ name: handed.name })}
          secret={handed.url}
          copy={m.members_invitation_copy()}
          copied={m.members_invitation_copied()}
        />
      )}
    </div>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { looksLikeAPerson } from '#platform/text/looks-like-a-person.shared'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { GatheringTime } from './GatheringTime.tsx'
import { kindWords } from './gathering-kinds.table.ts'
import * as contract from './gatherings.schema.ts'
import type { Whole } from './gatherings.schema.ts'

type Part = { whole: Whole }

const Facts = ({ whole }: Part) => (
  <div className="gatherings-facts">
    <p>{whole.aim}</p>
    <p className="tov-dim">
      {[
        whole.school ? m.gatherings_host({ school: whole.school.name }) : m.gatherings_form_centre(),
        whole.heldBy ? m.gatherings_held_by({ who: whole.heldBy.name }) : m.gatherings_held_by_none(),
        whole.invited.length === 0
          ? m.gatherings_invited_all()
          : m.gatherings_invited({ schools: whole.invited.map(({ name }) => name).join(', ') }),
      ].join(' · ')}
    </p>
    {whole.calledOff && (
      <p>
        <b>{whole.calledOffWhy ? m.gatherings_off_why({ why: whole.calledOffWhy }) : m.gatherings_is_off()}</b>
      </p>
    )}
  </div>
)
const three = [0, 1, 2] as const

/** What came of it, in three lines: of what was learnt, and of no person. */
const LearntForm = ({ whole }: Part) => {
  const [lines, setLines] = useState(three.map((nth) => whole.learnt[nth] ?? ''))
  const save = useAct(contract.writeLearnt, { says: () => m.gatherings_said_learnt() })
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
const Learnt = ({ lines }: { lines: readonly string[] }) => (
  <section>
    <h3>{m.gatherings_learnt()}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
)
const CallOff = ({ whole }: Part) => {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const off = useAct(contract.callOffGathering, { says: () => m.gatherings_said_called_off() })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.gatherings_call_off()}</Button>
      <Ask
        open={asking}
        title={m.gatherings_call_off_title({ what: whole.title })}
        yes={m.gatherings_call_off()}
        onClose={() => setAsking(false)}
        onYes={() => void off.run({ params: { id: whole.id }, body: { why } })}
      >
        <p>{m.gatherings_call_off_text()}</p>
        <TextInput
          label={m.gatherings_call_off_why()}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </Ask>
    </>
  )
}

/** One of them: when and where, who is signed up, and what came of it. */
export const GatheringDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const { data: whole, error } = useAnswer(contract.showGathering, { params: { id } })
  const hold = useAct(contract.holdGathering, { says: () => m.gatherings_said_held() })
  return (
    <Dialog wide title={whole ? `${kindWords[whole.kind]()}: ${whole.title}` : m.gatherings_title()} onClose={onClose}>
      {!whole && (error ? <p>{error.title}</p> : <GreyRows count={4} />)}
      {whole && (
        <div className="gatherings-whole">
          <Facts whole={whole} />
          {whole.can.learn ? (
            <LearntForm key={whole.learnt.join('\n')} whole={whole} />
          ) : (
            whole.learnt.length > 0 && <Learnt lines={whole.learnt} />
          )}
          {whole.times.map((time) => (
            <GatheringTime key={time.id} whole={whole} time={time} />
          ))}
          {whole.kind === 'stand' && !whole.calledOff && (
            <p className="gatherings-to-stand">
              <Go className="tov-link" to={`/arrangementer/${whole.id}/stand`}>
                {m.gatherings_to_stand()}
              </Go>
            </p>
          )}
          {(whole.can.hold || whole.can.callOff) && (
            <div className="tov-dialog-foot">
              {whole.can.callOff && <CallOff whole={whole} />}
              {whole.can.hold && (
                <Button variant="filled" onClick={() => void hold.run({ params: { id } })}>
                  {m.gatherings_hold()}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
    </Dialog>
  )
}

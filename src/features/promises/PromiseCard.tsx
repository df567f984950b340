import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { touch, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { saysDate, saysDay, saysDeadline, today } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { useKeys } from '#web/data/keys.ts'
import { saidIn } from '#web/data/problem.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { whoReads } from '../centre/who-reads.table.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import {
  acceptHandover,
  changePromiseDate,
  declineHandover,
  dropPromise,
  keepPromise,
  offerHandover,
  Promised as PromisedShape,
  showPromise,
  undoDrop,
  undoKeeping,
  withdrawHandover,
} from './promises.schema.ts'
import { WhoTakes } from './WhoTakes.tsx'

type Promised = AnswerOf<typeof showPromise>

/** Who may be asked: those who fit, or anyone of the schools and the centre but the one who has it. */
const HandOver = ({ promise }: { promise: Promised }) => {
  const [toId, setToId] = useState<number>()
  const [note, setNote] = useState('')
  const offer = useAct(offerHandover, {
    says: (answer) => m.promises_said_asked({ name: answer.handover?.to.name ?? '' }),
    undo: (answer) => () => call(withdrawHandover, { params: { id: answer.handover?.id ?? 0 } }),
  })
  return (
    <details className="promises-act" open={promise.ownerLeft}>
      <summary>{m.promises_hand_over()}</summary>
      <p className="tov-dim">{m.promises_hand_over_text({ name: promise.owner.name })}</p>
      <WhoTakes companyId={promise.companyId} chosen={toId} except={promise.owner.id} onChoose={setToId} />
      <Textarea
        label={m.promises_note()}
        value={note}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        disabled={toId === undefined}
        onClick={() => toId !== undefined && void offer.run({ params: { id: promise.id }, body: { toId, note } })}
      >
        {m.promises_ask()}
      </Button>
    </details>
  )
}

const ChangeDate = ({ promise }: { promise: Promised }) => {
  const [dueOn, setDueOn] = useState('')
  const [why, setWhy] = useState('')
  const [theirs, setTheirs] = useState<Promised>()
  // Live updates may change the date while another is typed; this is the one that was seen.
  const [seen, setSeen] = useState(promise.dueOn)
  const params = { id: promise.id }
  const change = useAct(changePromiseDate, {
    onProblem: (problem) => {
      const now = saidIn(problem, 'now', PromisedShape)
      if (problem.code !== 'changed-meanwhile' || !now) return false
      setTheirs(now)
      return true
    },
    says: (answer) => m.promises_said_date({ date: saysDate(answer.dueOn) }),
    undo:
      (_, { body }) =>
      () =>
        call(changePromiseDate, { params, body: { dueOn: body.was, was: body.dueOn, why: m.promises_undone() } }),
  })
  const type = (day: string) => {
    if (dueOn === '') setSeen(promise.dueOn)
    setDueOn(day)
  }
  const save = (was = seen) => void change.run({ params, body: { dueOn, was, why } })
  return (
    <details className="promises-act">
      <summary>{m.promises_change_date()}</summary>
      <DateField label={m.promises_new_date()} min={today()} value={dueOn} onChange={type} />
      <TextInput
        label={m.promises_date_why()}
        value={why}
        maxLength={300}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {theirs && (
        <BothVersions
          theirs={saysDay(theirs.dueOn)}
          mine={saysDay(dueOn)}
          onTake={() => {
            setTheirs(undefined)
            void touch('/api/promises')
          }}
          onKeep={() => {
            setTheirs(undefined)
            save(theirs.dueOn)
          }}
        />
      )}
      <Button disabled={dueOn === '' || theirs !== undefined} onClick={() => save()}>
        {m.promises_move_date()}
      </Button>
    </details>
  )
}

const Drop = ({ promise }: { promise: Promised }) => {
  const [why, setWhy] = useState('')
  const params = { id: promise.id }
  const drop = useAct(dropPromise, {
    says: () => m.promises_said_dropped(),
    undo: () => () => call(undoDrop, { params }),
  })
  return (
    <details className="promises-act">
      <summary>{m.promises_drop()}</summary>
      <TextInput
        label={m.promises_drop_why()}
        value={why}
        maxLength={300}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button disabled={why.trim() === ''} onClick={() => void drop.run({ params, body: { why } })}>
        {m.promises_drop_yes()}
      </Button>
    </details>
  )
}

const Offered = ({ promise, handover }: { promise: Promised; handover: NonNullable<Promised['handover']> }) => {
  const [why, setWhy] = useState('')
  const params = { id: handover.id }
  const accept = useAct(acceptHandover, { says: () => m.promises_said_accepted() })
  const decline = useAct(declineHandover, { says: () => m.promises_said_declined({ name: handover.from }) })
  const withdraw = useAct(withdrawHandover, { says: () => m.promises_said_withdrawn() })
  return (
    <div className="promises-offered">
      <p>
        {m.promises_is_asked({ name: handover.to.name })} {handover.note && `“${handover.note}”`}
      </p>
      {promise.can.answer && (
        <>
          <Button onClick={() => void accept.run({ params })}>{m.promises_take()}</Button>
          <TextInput
            label={m.promises_decline_why()}
            value={why}
            maxLength={300}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button onClick={() => void decline.run({ params, body: { why } })}>{m.promises_decline()}</Button>
        </>
      )}
      {promise.can.withdraw && <Button onClick={() => void withdraw.run({ params })}>{m.promises_withdraw()}</Button>}
    </div>
  )
}

const Facts = ({ promise }: { promise: Promised }) => {
  const { owner, daysLate, dueOn, madeBy, madeAt, closedAt, closedBy, droppedWhy, state } = promise
  return (
    <>
      <p className="promises-what">{promise.what}</p>
      {promise.promisedBy === 'company' && <StateTag>{m.promises_theirs()}</StateTag>}
      <Go className="tov-link" to={`/virksomheder/${promise.companyId}`}>
        {promise.company}
      </Go>
      <p>
        {m.promises_agreed_until({
          date: saysDate(dueOn),
          who: owner.school ? `${owner.name}, ${owner.school}` : owner.name,
        })}{' '}
        {promise.ownerLeft && state === 'open' && m.promises_has_left()}
        <br />
        <span className="tov-dim">{m.promises_made({ name: madeBy, date: saysDate(madeAt) })}</span>
      </p>
      {daysLate > 0 && <StateTag tone="galt">{saysDeadline(dueOn)}</StateTag>}
      {state === 'kept' && (
        <StateTag tone="fri">{m.promises_kept_by({ name: closedBy ?? '', date: saysDate(closedAt ?? '') })}</StateTag>
      )}
      {state === 'dropped' && <StateTag>{m.promises_dropped_why({ why: droppedWhy ?? '' })}</StateTag>}
      {promise.visitId !== null && (
        <Go className="tov-link tov-small" to={`/besoeg/${promise.visitId}/rapport?for=rapport`}>
          {m.promises_to_report()}
        </Go>
      )}
    </>
  )
}

/** One promise with all that may be done about it; what may not be done is not shown. */
export const PromiseCard = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const input = { params: { id } }
  const { data: promise, error } = useAnswer(showPromise, input)
  const keep = useAct(keepPromise, { says: () => m.promises_said_kept(), undo: () => () => call(undoKeeping, input) })
  const reopen = useAct(promise?.state === 'dropped' ? undoDrop : undoKeeping, {
    says: () => m.promises_said_reopened(),
  })
  useKeys([{ key: 'h', says: m.promises_keep(), run: () => void (promise?.can.keep && keep.run(input)) }])
  useKeys([{ key: 'escape', says: m.promises_close(), run: onClose, hidden: true }])
  const { ref } = useOpened(undefined, id)
  const close = (
    <ActionIcon aria-label={m.promises_close()} onClick={onClose}>
      <IconX size={18} aria-hidden />
    </ActionIcon>
  )
  return (
    <div ref={ref} tabIndex={-1}>
      <Card title={m.promises_one()} right={close}>
        {error && <p>{error.title}</p>}
        {promise && (
          <div className="promises-one">
            <VisibilityMark who={whoReads.promise} />
            <Facts promise={promise} />
            {promise.handover && <Offered promise={promise} handover={promise.handover} />}
            {promise.can.keep && <Button onClick={() => void keep.run(input)}>{m.promises_keep()}</Button>}
            {promise.can.reopen && <Button onClick={() => void reopen.run(input)}>{m.promises_reopen()}</Button>}
            {promise.can.handOver && <HandOver promise={promise} />}
            {promise.can.changeDate && <ChangeDate promise={promise} />}
            {promise.can.drop && <Drop promise={promise} />}
          </div>
        )}
      </Card>
    </div>
  )
}

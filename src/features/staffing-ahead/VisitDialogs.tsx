import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { number } from '#web/parts/numbers.ts'
import { ChosenWhy } from '../free-slots/SlotWhy.tsx'
import { PlanPoints, sumOfPoints } from './PlanPoints.tsx'
import { askToStaff, leaveAsItIs, listWhoCouldGo, type Place, takeBackLeaving } from './staffing-ahead.schema.ts'
import type { Candidate, Visit } from './VisitCard.tsx'

const placeNames = { lead: m.staffing_ahead_place_lead, second: m.staffing_ahead_place_second }
const labelOf = ({ name, school, points, fits }: Candidate) =>
  [
    [name, school].filter(Boolean).join(', '),
    m.staffing_ahead_other_sum({ points: number(sumOfPoints(points)) }),
    ...(fits ? [] : [m.staffing_ahead_other_unrelated()]),
  ].join(' · ')

/** Everybody who is free then, with what speaks for each; whose field is another is chosen for a reason. */
export const OtherDialog = ({ visit, onClose }: { visit: Visit; onClose: () => void }) => {
  const [place, setPlace] = useState<Place>(visit.lacks[0] ?? 'lead')
  const [chosen, setChosen] = useState('')
  const [why, setWhy] = useState('')
  const { data } = useAnswer(listWhoCouldGo, { params: { id: visit.id }, query: { place } })
  const ask = useAct(askToStaff, {
    says: ({ name }) => m.staffing_ahead_said_ask({ name }),
    onDone: onClose,
  })
  const one = data?.rows.find(({ personId }) => String(personId) === (chosen || String(data.rows[0]?.personId)))
  const run = () =>
    one &&
    void ask.run({
      params: { id: visit.id },
      body: { personId: one.personId, place, startsAt: visit.startsAt, chosenWhy: why.trim() || null },
    })
  return (
    <Dialog title={m.staffing_ahead_other_title({ company: visit.company })} onClose={onClose}>
      <div className="tov-form">
        {visit.lacks.length > 1 && (
          <Choices
            label={m.staffing_ahead_place()}
            value={place}
            options={visit.lacks.map((value) => ({ value, label: placeNames[value]() }))}
            onChange={(value) => {
              setPlace(value)
              setChosen('')
            }}
          />
        )}
        {!data && <GreyRows count={3} />}
        {data && !one && <p role="status">{m.staffing_ahead_other_none()}</p>}
        {data && one && (
          <>
            <Dropdown
              label={placeNames[place]()}
              data={data.rows.map((row) => ({ value: String(row.personId), label: labelOf(row) }))}
              value={String(one.personId)}
              onChange={setChosen}
            />
            <p className="tov-dim">{one.reasons.join(' ')}</p>
            <PlanPoints rows={one.points} />
            <ChosenWhy slot={one} value={why} onChange={setWhy} />
            <div className="tov-dialog-foot">
              <Button variant="filled" disabled={!one.fits && why.trim() === ''} loading={ask.running} onClick={run}>
                {m.staffing_ahead_ask({ name: one.name })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

/** The proposal is not taken: of whom, and why. */
export const LeaveDialog = ({ visit, onClose }: { visit: Visit; onClose: () => void }) => {
  const [whom, setWhom] = useState(String(visit.proposed[0]?.personId ?? ''))
  const [why, setWhy] = useState('')
  const leave = useAct(leaveAsItIs, {
    says: () => m.staffing_ahead_said_leave(),
    undo:
      ({ id: exceptionId }) =>
      () =>
        call(takeBackLeaving, { params: { exceptionId } }),
    onDone: onClose,
  })
  const data = [
    ...visit.proposed.map(({ personId, name }) => ({
      value: String(personId),
      label: m.staffing_ahead_leave_person({ name }),
    })),
    { value: '', label: m.staffing_ahead_leave_all() },
  ]
  return (
    <Dialog title={m.staffing_ahead_leave_title()} onClose={onClose}>
      <form
        className="tov-form"
        onSubmit={(event) => {
          event.preventDefault()
          const personId = whom === '' ? null : Number(whom)
          if (why.trim()) void leave.run({ params: { id: visit.id }, body: { personId, why: why.trim() } })
        }}
      >
        <p className="tov-dim">{m.staffing_ahead_leave_text()}</p>
        <Dropdown label={m.staffing_ahead_leave_whom()} data={data} value={whom} onChange={setWhom} />
        <Textarea
          label={m.staffing_ahead_leave_why()}
          required
          maxLength={300}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className="tov-dialog-foot">
          <Button type="submit" variant="filled" disabled={why.trim() === ''} loading={leave.running}>
            {m.staffing_ahead_leave()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { first, saysMoment, saysTime } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { findPlaces } from '../bookings/bookings.schema.ts'
import * as contract from './joint-visits.schema.ts'
import './joint-visits.css'

type Visit = AnswerOf<typeof contract.showJointVisit>
type Part = { visit: Visit }

const Facts = ({ visit }: Part) => (
  <>
    <p>
      <b>
        {first(saysMoment(visit.startsAt))}–{saysTime(visit.endsAt)}
      </b>{' '}
      · {visit.place}
    </p>
    <p>
      {visit.companyId === null ? (
        `${visit.company} ${visit.town}`
      ) : (
        <Go className="tov-link" to={`/virksomheder/${visit.companyId}`}>
          {visit.found ?? visit.company}
        </Go>
      )}
    </p>
    {visit.found !== null && visit.found !== visit.company && (
      <p className="tov-dim">{m.joint_visits_is_found({ company: visit.company })}</p>
    )}
    {visit.takenBack && <p>{m.joint_visits_taken_back({ partner: visit.partner.name })}</p>}
    {visit.words && <p>{visit.words}</p>}
    {visit.note && <p className="tov-dim">{m.joint_visits_note({ why: visit.note })}</p>}
    {visit.because && <p>{m.joint_visits_because({ because: visit.because })}</p>}
    {visit.askedWhom && !visit.takenBack && <p>{m.joint_visits_is_asked({ who: visit.askedWhom.name })}</p>}
    {visit.goes && !visit.takenBack && <p>{m.joint_visits_goes({ who: visit.goes.name })}</p>}
    {visit.declined && <p>{m.joint_visits_is_declined()}</p>}
  </>
)

/** As much as is searched for; what a partner writes may be longer. */
const longestSearch = 100
/** Written only: which company of the register it is, so that what holds against going there is seen. */
const Link = ({ visit }: Part) => {
  const [q, setQ] = useState(visit.company.slice(0, longestSearch))
  const { data } = useAnswer(findPlaces, { query: { q } }, { when: q.trim().length > 1, keep: true })
  const link = useAct(contract.linkJointCompany, {
    says: () => m.joint_visits_said_linked(),
    undo: () => () => call(contract.linkJointCompany, { params: { id: visit.id }, body: { companyId: null } }),
  })
  return (
    <div className="joint-company">
      <TextInput
        label={m.joint_visits_link()}
        description={m.joint_visits_link_hint()}
        value={q}
        maxLength={longestSearch}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      {data && data.rows.length === 0 && <p className="tov-dim">{m.joint_visits_link_none()}</p>}
      {data && data.rows.length > 0 && (
        <ul>
          {data.rows.map(({ id: companyId, name, town }) => (
            <li key={companyId}>
              <button type="button" onClick={() => void link.run({ params: { id: visit.id }, body: { companyId } })}>
                <b>{name}</b> {town}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
const Unlink = ({ visit }: Part) => {
  const unlink = useAct(contract.linkJointCompany, { says: () => m.joint_visits_said_unlinked() })
  return (
    <button
      type="button"
      className="tov-text-button"
      onClick={() => void unlink.run({ params: { id: visit.id }, body: { companyId: null } })}
    >
      {m.joint_visits_unlink({ company: visit.found ?? visit.company })}
    </button>
  )
}

const AskSomeone = ({ visit }: Part) => {
  const [to, setTo] = useState('')
  const ask = useAct(contract.askToGoAlong, {
    says: ({ askedWhom }) => m.joint_visits_said_asked({ who: askedWhom?.name ?? '' }),
  })
  const free = visit.visitors.filter((one) => one.free)
  const chosen = to || String(free[0]?.id ?? '')
  if (free.length === 0) return <p>{m.joint_visits_nobody_free()}</p>
  return (
    <div className="joint-form">
      <Dropdown
        label={m.joint_visits_ask_whom()}
        description={m.joint_visits_ask_hint()}
        data={free.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={chosen}
        onChange={setTo}
      />
      <Button onClick={() => void ask.run({ params: { id: visit.id }, body: { toId: Number(chosen) } })}>
        {m.joint_visits_ask()}
      </Button>
    </div>
  )
}

const NotGo = ({ visit, onDone }: Part & { onDone: () => void }) => {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const says = visit.can.takeOff ? m.joint_visits_take_off({ who: visit.goes?.name ?? '' }) : m.joint_visits_not_go()
  const no = useAct(contract.notGoAlong, { says: () => m.joint_visits_said_not(), onDone })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{says}</Button>
      <Ask
        open={asking}
        title={m.joint_visits_not_go_why()}
        yes={says}
        onClose={() => setAsking(false)}
        onYes={() => void no.run({ params: { id: visit.id }, body: { why } })}
      >
        <Textarea
          label={m.joint_visits_not_go_why()}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </Ask>
    </>
  )
}

const Decline = ({ visit }: Part) => {
  const [asking, setAsking] = useState(false)
  const decline = useAct(contract.declineJointVisit, { says: () => m.joint_visits_said_declined() })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.joint_visits_decline()}</Button>
      <Ask
        open={asking}
        title={m.joint_visits_decline_title({ partner: visit.partner.name })}
        yes={m.joint_visits_decline()}
        onClose={() => setAsking(false)}
        onYes={() => {
          setAsking(false)
          void decline.run({ params: { id: visit.id } })
        }}
      >
        {m.joint_visits_decline_text()}
      </Ask>
    </>
  )
}

/** One visit that a partner asks us along to: who goes, or that nobody does. */
export const JointVisitDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const { data: visit, error } = useAnswer(contract.showJointVisit, { params: { id } })
  const go = useAct(contract.goAlong, { says: () => m.joint_visits_said_go(), onDone: onClose })
  const seen = useAct(contract.putAwayTakenBack, { says: () => m.joint_visits_said_put_away(), onDone: onClose })
  return (
    <Dialog
      title={visit ? m.joint_visits_with({ partner: visit.partner.name }) : m.joint_visits_title()}
      onClose={onClose}
    >
      {!visit && (error ? <p>{error.title}</p> : <GreyRows count={3} />)}
      {visit && (
        <div className="joint-form">
          <Facts visit={visit} />
          {visit.can.link && <Link visit={visit} />}
          {visit.can.unlink && <Unlink visit={visit} />}
          {visit.can.answer && (
            <Button variant="filled" disabled={visit.because !== null} onClick={() => void go.run({ params: { id } })}>
              {m.joint_visits_go()}
            </Button>
          )}
          {(visit.can.answer || visit.can.giveBack || visit.can.takeOff) && <NotGo visit={visit} onDone={onClose} />}
          {visit.can.putAway && (
            <Button variant="filled" onClick={() => void seen.run({ params: { id } })}>
              {m.joint_visits_put_away()}
            </Button>
          )}
          {visit.can.ask && <AskSomeone visit={visit} />}
          {visit.can.decline && <Decline visit={visit} />}
        </div>
      )}
    </Dialog>
  )
}

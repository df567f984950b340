import { Button, Textarea, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { saysDate, saysMoment } from '#web/parts/dates.ts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { formName } from '../bookings/booking-words.tsx'
import { findEnquirers } from '../enquiries/enquiries.schema.ts'
import { reachedWords } from './reached.table.ts'
import * as contract from './tips.schema.ts'
import './tips.css'

type Tip = AnswerOf<typeof contract.showTip>
type Part = { tip: Tip }

/** Which company it is, where the register did not know what was written. */
const NameCompany = ({ tip }: Part) => {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useAnswer(findEnquirers, { query: { q } }, { when: q.length >= 3 })
  const name = useAct(contract.nameTipCompany, { says: ({ company }) => m.tips_said_named({ company }) })
  return (
    <div className="tips-company">
      <p>{m.tips_not_found_yet()}</p>
      <TextInput
        label={m.tips_find_company()}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {q.length >= 3 && data && (
        <ul className="tips-found">
          {data.rows.map((found) => (
            <li key={found.id}>
              <button
                type="button"
                onClick={() => void name.run({ params: { id: tip.id }, body: { companyId: found.id } })}
              >
                <b>{found.name}</b> {found.town}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Whom to ask, who fits best first; while the company is in ro it waits, and comes back by itself. */
const AskSomeone = ({ tip }: Part) => {
  const ask = useAct(contract.askAboutTip, {
    says: ({ askedWhom }) => m.tips_said_asked({ who: askedWhom?.name ?? '' }),
  })
  return (
    <section aria-label={m.tips_ask_whom()}>
      <h3>{m.tips_ask_whom()}</h3>
      <ul className="tips-found">
        {tip.proposed.map(({ id, name, school, why }) => (
          <li key={id}>
            <button
              type="button"
              disabled={tip.because !== null || tip.askedWhom?.id === id}
              onClick={() => void ask.run({ params: { id: tip.id }, body: { toId: id } })}
            >
              <b>{m.tips_ask({ who: name })}</b> {[school, why].filter(Boolean).join(' · ')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Decline = ({ tip, onDone }: Part & { onDone: () => void }) => {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const decline = useAct(contract.declineTip, { says: () => m.tips_said_declined(), onDone })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{tip.can.answer ? m.tips_decline() : m.tips_give_back()}</Button>
      <Ask
        open={asking}
        title={m.tips_decline_why()}
        yes={m.tips_give_back()}
        onClose={() => setAsking(false)}
        onYes={() => void decline.run({ params: { id: tip.id }, body: { why } })}
      >
        <Textarea
          label={m.tips_decline_why()}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </Ask>
    </>
  )
}

const End = ({ tip, onDone }: Part & { onDone: () => void }) => {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const end = useAct(contract.endTip, { says: () => m.tips_said_ended(), onDone })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.tips_end()}</Button>
      <Ask
        open={asking}
        title={m.tips_end_title({ company: tip.company })}
        yes={m.tips_end()}
        onClose={() => setAsking(false)}
        onYes={() => void end.run({ params: { id: tip.id }, body: { why } })}
      >
        <p>{m.tips_end_text()}</p>
        <Textarea
          label={m.tips_end_why()}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </Ask>
    </>
  )
}

const Told = ({ tip }: Part) => (
  <>
    <p>{tip.words}</p>
    <p className="tov-dim">
      {tip.partner && `${m.tips_from({ partner: tip.partner.name })}. `}
      {m.tips_given_on({ date: saysDate(tip.givenOn) })}. {tip.mayName ? m.tips_from_may_name() : m.tips_from_not()}.
      {tip.urgent && ` ${m.tips_urgent()}.`}
    </p>
    {tip.asked && <p>{m.tips_asked_them({ who: tip.asked.by, date: saysDate(tip.asked.on) })}</p>}
    {tip.joinedTo !== null && <p>{m.tips_joined_to()}</p>}
    {tip.joined.length > 0 && (
      <section aria-label={m.tips_joined()}>
        <h3>{m.tips_joined()}</h3>
        {tip.joined.map(({ id, words, givenOn }) => (
          <p key={id}>
            {saysDate(givenOn)}: {words}
          </p>
        ))}
        {tip.joinedMore > 0 && <p className="tov-dim">{m.tips_joined_more({ count: tip.joinedMore })}</p>}
      </section>
    )}
    {tip.note && <p>{m.tips_note({ why: tip.note })}</p>}
    {tip.because && <p>{m.tips_because({ because: tip.because })}</p>}
    {tip.askedWhom && <p>{m.tips_is_asked({ who: tip.askedWhom.name })}</p>}
    {tip.owner && <p>{m.tips_goes_on({ who: tip.owner.name })}</p>}
    {tip.enquiryId !== null && (
      <p>
        {m.tips_as_enquiry()}.{' '}
        <Go className="tov-link" to={`/henvendelser?nr=${tip.enquiryId}`}>
          {m.tips_see_enquiry()}
        </Go>
      </p>
    )}
    {tip.companyId !== null && (
      <p>
        <Go className="tov-link" to={`/virksomheder/${tip.companyId}`}>
          {m.tips_company_card()}
        </Go>
      </p>
    )}
  </>
)

/** What goes on the company's thread is written anew: what the partner told is not for it. */
const Register = ({ tip }: Part) => {
  const [asking, setAsking] = useState(false)
  const [matter, setMatter] = useState('')
  const register = useAct(contract.registerTip, {
    says: () => m.tips_said_registered(),
    onDone: () => setAsking(false),
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.tips_register()}</Button>
      <Ask
        open={asking}
        title={m.tips_register_matter()}
        yes={m.tips_register()}
        onClose={() => setAsking(false)}
        onYes={() => void register.run({ params: { id: tip.id }, body: { matter } })}
      >
        <Textarea
          label={m.tips_register_matter()}
          description={m.tips_register_matter_hint()}
          maxLength={1000}
          value={matter}
          onChange={(event) => setMatter(event.currentTarget.value)}
        />
      </Ask>
    </>
  )
}

const visitSays = ({ news, startsAt, form, visitors }: NonNullable<Tip['visit']>) => {
  const when = saysMoment(startsAt)
  if (news === 'off') return m.tips_visit_off({ when })
  return m.tips_visit_moved({ what: formName[form](), when, who: visitors.join(', ') })
}
/** What happened with its visit: whoever goes on with it agrees a new one, ends the tip, or has seen it. */
const VisitNews = ({ tip, visit }: Part & { visit: NonNullable<Tip['visit']> }) => {
  const see = useAct(contract.seeTipVisit, { says: () => m.tips_said_seen_visit() })
  return (
    <section className="tips-company" aria-label={m.tips_visit()}>
      <p>{visitSays(visit)}</p>
      {tip.can.seeVisit && (
        <Button onClick={() => void see.run({ params: { id: tip.id }, body: { at: visit.at } })}>
          {m.tips_see_visit()}
        </Button>
      )}
    </section>
  )
}

/** One tip: what was told, what holds against going on, and whoever may, does. */
export const TipDialog = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const { data: tip, error } = useAnswer(contract.showTip, { params: { id } })
  const params = { id }
  const read = useAct(contract.readTip, { says: () => m.tips_said_read() })
  const accept = useAct(contract.acceptTip, { says: () => m.tips_said_accepted() })
  if (!tip)
    return (
      <Dialog title={m.tips_title()} onClose={onClose}>
        {error ? <p role="alert">{error.title}</p> : <GreyRows count={3} />}
      </Dialog>
    )
  return (
    <Dialog title={tip.company} onClose={onClose}>
      <div className="tips-whole">
        <p className="tov-dim">{reachedWords[tip.reached]()}</p>
        <Told tip={tip} />
        {tip.visit && <VisitNews tip={tip} visit={tip.visit} />}
        {tip.can.name && tip.companyId === null && <NameCompany tip={tip} />}
        {tip.can.ask && <AskSomeone tip={tip} />}
        <div className="tips-actions">
          {tip.can.answer && (
            <Button variant="filled" onClick={() => void accept.run({ params })}>
              {m.tips_accept()}
            </Button>
          )}
          {tip.can.register && <Register tip={tip} />}
          {tip.can.read && <Button onClick={() => void read.run({ params })}>{m.tips_read()}</Button>}
          {(tip.can.answer || tip.can.giveBack) && <Decline tip={tip} onDone={onClose} />}
          {tip.can.end && <End tip={tip} onDone={onClose} />}
        </div>
      </div>
    </Dialog>
  )
}

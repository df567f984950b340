import { useEffect, useRef, useState } from 'react'
import { type AnswerOf, z } from '#platform/endpoint'
import { partOf } from '#platform/typed.shared'
import * as m from '#texts'
import { call } from '#web/data/api.ts'
import { sayProblem } from '#web/data/notices.ts'
import { ApiProblem, saidIn, sentenceOf } from '#web/data/problem.ts'
import { saysDate } from '#web/parts/dates.ts'
import { Criteria } from './criteria.schema.ts'
import { changeContactList, type showContactList } from './lists.schema.ts'

export type List = AnswerOf<typeof showContactList>
type Form = { name: string; goal: string; criteria: Criteria }

/** A field for each criterion, as the contract has them in `seen`. */
type Fields = Omit<Form, 'criteria'> & Criteria
const fieldsOf = ({ name, goal, criteria }: Form): Fields => ({ name, goal, ...criteria })
const formOf = ({ name, goal, ...criteria }: Fields): Form => ({ name, goal, criteria })
const Stands = z.object({ name: z.string(), goal: z.string(), ...Criteria.shape })
/** What is typed since it was sent stands; else what the server says, with what others have changed. */
const followed = (form: Form, sent: Form, saved: Form): Form => {
  const [now, then] = [fieldsOf(form), fieldsOf(sent)]
  const typed = partOf(now, (field, value) => JSON.stringify(value) !== JSON.stringify(then[field]))
  return formOf({ ...fieldsOf(saved), ...typed })
}

/** What is changed is saved half a second later, and before anything else is done with it. `both`: somebody else has changed the same. */
export const useListDraft = (list: List) => {
  const [form, setForm] = useState<Form>({ name: list.name, goal: list.goal, criteria: list.criteria })
  const seen = useRef(form)
  const unsaved = useRef<Form | undefined>(undefined)
  const [saved, setSaved] = useState(true)
  const [both, setBoth] = useState<{ theirs: Form; mine: Form }>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const save = async () => {
    clearTimeout(timer.current)
    const body = unsaved.current
    if (!body || body.name.trim() === '') return
    unsaved.current = undefined
    try {
      const after = await call(changeContactList, {
        params: { id: list.id },
        body: { ...body, seen: fieldsOf(seen.current) },
      })
      seen.current = after
      setForm((now) => followed(now, body, after))
      setSaved(unsaved.current === undefined)
    } catch (error) {
      unsaved.current ??= body
      const theirs = error instanceof ApiProblem ? saidIn(error, 'theirs', Stands) : undefined
      if (theirs) setBoth({ theirs: formOf(theirs), mine: body })
      else sayProblem(sentenceOf(error, m.web_failed()))
    }
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => () => void latest.current(), [])
  const change = (part: Partial<Form>) => {
    const next = { ...form, ...part }
    setForm(next)
    setSaved(false)
    unsaved.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current(), 500)
  }
  const choose = (form: Form, theirs: Form) => {
    seen.current = theirs
    setBoth(undefined)
    change(form)
  }
  return { form, change, save, saved, both, choose }
}

const SaysCriteria = (of: Criteria) => {
  const lines = [
    [m.lists_municipalities(), of.municipalities.join(', ')],
    [m.lists_industries(), of.industries.join(', ')],
    [m.lists_sizes(), of.sizes.join(', ')],
    [m.lists_employees(), [of.employeesFrom, of.employeesTo].filter((value) => value !== null).join('–')],
    [m.lists_forms(), of.forms.join(', ')],
    [m.lists_contact_date(), of.contactSince ? saysDate(of.contactSince) : ''],
    [m.lists_visited_since(), of.visitedSince ? saysDate(of.visitedSince) : ''],
    [m.lists_limit(), of.limit === null ? '' : String(of.limit)],
  ]
  return lines.filter(([, said]) => said !== '').map(([label, said]) => <p key={label}>{`${label}: ${said}`}</p>)
}

/** What stands otherwise than beside it: words as they are, criteria by their card. */
export const SaysDraft = ({ of, beside }: { of: Form; beside: Form }) => (
  <>
    {of.name !== beside.name && <p>{of.name}</p>}
    {of.goal !== beside.goal && <p>{of.goal}</p>}
    {JSON.stringify(of.criteria) !== JSON.stringify(beside.criteria) && <SaysCriteria {...of.criteria} />}
  </>
)

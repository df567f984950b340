import { useEffect, useRef, useState } from 'react'
import { type AnswerOf, z } from '#platform/endpoint'
import { partOf } from '#platform/typed.shared'
import * as m from '#texts'
import { call } from '#web/data/api.ts'
import { sayProblem } from '#web/data/notices.ts'
import { ApiProblem, saidIn, sentenceOf } from '#web/data/problem.ts'
import { Criteria } from './criteria.schema.ts'
import { changeContactList, type showContactList } from './lists.schema.ts'

export type List = AnswerOf<typeof showContactList>
export type Form = { name: string; goal: string; criteria: Criteria }

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

const theirsIn = (error: unknown): Form | undefined => {
  const said = error instanceof ApiProblem ? saidIn(error, 'theirs', Stands) : undefined
  return said && formOf(said)
}

/** One save at a time; what is typed while it is under way is laid over its answer. `save` says whether all of it stands. */
const useSaving = (list: List, show: (follow: (now: Form) => Form) => void) => {
  const seen = useRef<Form>(list)
  const unsaved = useRef<Form | undefined>(undefined)
  const underWay = useRef<Promise<boolean>>(Promise.resolve(true))
  const [both, setBoth] = useState<{ theirs: Form; mine: Form }>()
  const clash = useRef(false)
  const sendAll = async (): Promise<boolean> => {
    const body = unsaved.current
    if (!body) return !clash.current
    if (clash.current || body.name.trim() === '') return false
    unsaved.current = undefined
    try {
      const sent = { ...body, seen: fieldsOf(seen.current) }
      const after = await call(changeContactList, { params: { id: list.id }, body: sent })
      seen.current = after
      unsaved.current &&= followed(unsaved.current, body, after)
      show((now) => followed(now, body, after))
    } catch (error) {
      unsaved.current ??= body
      const theirs = theirsIn(error)
      clash.current = theirs !== undefined
      if (theirs) setBoth({ theirs, mine: unsaved.current })
      else sayProblem(sentenceOf(error, m.web_failed()))
      return false
    }
    return sendAll()
  }
  return {
    both,
    later: (form: Form) => void (unsaved.current = form),
    isAllSent: () => unsaved.current === undefined,
    save: () => (underWay.current = underWay.current.then(sendAll)),
    /** Mine over theirs where I have written, or theirs. */
    settle: (mine: boolean): Form | undefined => {
      if (!both) return undefined
      const chosen = mine ? followed(both.mine, seen.current, both.theirs) : both.theirs
      seen.current = both.theirs
      clash.current = false
      setBoth(undefined)
      return chosen
    },
  }
}

/** What is changed is saved half a second later, and before anything else is done with it. `both`: somebody else has changed the same. */
export const useListDraft = (list: List) => {
  const [form, setForm] = useState<Form>({ name: list.name, goal: list.goal, criteria: list.criteria })
  const [saved, setSaved] = useState(true)
  const saving = useSaving(list, setForm)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const save = async () => {
    clearTimeout(timer.current)
    const all = await saving.save()
    setSaved(all && saving.isAllSent())
    return all
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
    saving.later(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current(), 500)
  }
  const choose = (mine: boolean) => {
    const chosen = saving.settle(mine)
    if (chosen) change(chosen)
  }
  return { form, change, save, saved, both: saving.both, choose }
}

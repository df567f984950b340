import { useEffect, useRef, useState } from 'react'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saidIn } from '#web/data/problem.ts'
import { FreeSlots, holdSlot, letSlotGo, listFreeSlots } from '../free-slots/free-slots.schema.ts'
import type { Slot, Slots } from './CallTimes.tsx'
import type { Company } from './call-words.table.tsx'
import type { MeetingForm } from '../diaries/diaries.schema.ts'

const sameSlot = (a: Slot | undefined, b: Slot | undefined) =>
  a?.personId === b?.personId && a?.startsAt === b?.startsAt

/** At first the five best, by time: enough to offer, little enough to read while talking. */
const fewOf = (rows: readonly Slot[]): Slot[] => rows.filter(({ place }) => place !== null)

/** The chosen time is held while one speaks about it: asked for once the arrows rest, let go when none is chosen. */
const useHold = (
  company: Company,
  slot: Slot | undefined,
  { along, form, onTaken }: { along: boolean; form: MeetingForm; onTaken: (rows: Slots['rows']) => void },
) => {
  const { run: hold } = useAct(holdSlot, {
    onProblem: (problem) => {
      if (problem.code === 'slot-taken') onTaken(saidIn(problem, 'slots', FreeSlots.shape.rows) ?? [])
      return false
    },
  })
  const { run: letGo } = useAct(letSlotGo)
  const asks = useRef({ hold, letGo })
  useEffect(() => void (asks.current = { hold, letGo }))
  const { companyId } = company
  const [personId, startsAt] = [slot?.personId, slot?.startsAt]
  const secondId = along ? slot?.second?.personId : undefined
  useEffect(() => {
    if (personId === undefined || startsAt === undefined) return
    const body = { companyId, personId, startsAt, form, ...(secondId && { secondId }) }
    const rest = setTimeout(() => void asks.current.hold({ body }), 400)
    return () => clearTimeout(rest)
  }, [companyId, personId, startsAt, secondId, form])
  const chosen = personId !== undefined
  useEffect(() => {
    if (!chosen) return
    return () => void asks.current.letGo()
  }, [chosen])
}

/** The free times for the company under call, of the kind that its list is called for until another is chosen; a few at first, and the one that is chosen. */
export const useTimes = (company: Company, wanted: boolean) => {
  const [form, setForm] = useState(company.form)
  const { data } = useAnswer(listFreeSlots, { query: { companyId: company.companyId, form } })
  const [fresh, setFresh] = useState<Slots['rows'] | undefined>()
  const [all, setAll] = useState(false)
  const [chosen, choose] = useState<Slot | undefined>()
  const [along, setAlong] = useState(false)
  const setChosen = (slot: Slot | undefined) => {
    choose(slot)
    setAlong(false)
  }
  const rows = fresh ?? data?.rows ?? []
  const shown = all ? rows : fewOf(rows)
  const proposed = shown.find((slot) => slot.proposed) ?? shown[0]
  const step = (by: number) => {
    const at = shown.findIndex((slot) => sameSlot(slot, chosen))
    setChosen(at < 0 ? proposed : shown[Math.min(shown.length - 1, Math.max(0, at + by))])
  }
  const takeFresh = (slots: Slots['rows']) => {
    setFresh(slots)
    setChosen(undefined)
  }
  const changeForm = (other: MeetingForm) => {
    setForm(other)
    setFresh(undefined)
    setChosen(undefined)
  }
  useHold(company, wanted ? chosen : undefined, { along, form, onTaken: takeFresh })
  return {
    ...{ form, changeForm },
    slots: data && { ...data, rows },
    shown,
    more: shown.length < rows.length,
    showMore: () => setAll(true),
    chosen: wanted ? chosen : undefined,
    choose: setChosen,
    along,
    setAlong,
    step,
    proposed,
    takeFresh,
  }
}

import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { today } from '#web/parts/dates.ts'
import { nothingTyped, type Typed } from '../calls/CallAnswers.tsx'
import type { Slot } from '../calls/CallTimes.tsx'
import type { showTraining } from './training.schema.ts'

export type Training = AnswerOf<typeof showTraining>
export type Exercise = Training['rows'][number]

/** What is missing before an answer can be given, as on the phone; null: nothing. */
const missingIn = (typed: Typed, slot: Slot | undefined, rung: boolean): string | null => {
  if (!rung) return m.training_ring_first()
  if (!typed.answer) return m.training_choose()
  if (slot && typed.spokeWith.trim() === '') return m.training_name_missing()
  if (typed.answer === 'call-back' && !(typed.backDay && typed.backTime)) return m.training_back_missing()
  return null
}

/** One exercise: what is chosen and typed stays here, in this page alone. */
export const useExercise = ({ fits }: Exercise, slots: readonly Slot[], tell: (fitted: boolean) => void) => {
  const [rung, setRung] = useState(false)
  const [typed, setTyped] = useState<Typed>({ ...nothingTyped, backDay: today() })
  const [slot, setSlot] = useState<Slot | undefined>()
  const [given, setGiven] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const wants = typed.answer === 'wants-contact'
  const chosen = wants ? slot : undefined
  const type = (change: Partial<Typed>) => {
    if (given) return
    setMissing(null)
    setTyped({ ...typed, ...change })
    if (change.answer === 'wants-contact' && !slot) setSlot(slots[0])
  }
  const choose = (one: Slot | undefined) => {
    if (given) return
    if (one && !wants) type({ answer: 'wants-contact' })
    setSlot(one)
  }
  const step = (by: number) => {
    const at = slots.findIndex((one) => one.startsAt === slot?.startsAt)
    choose(wants && at >= 0 ? slots[Math.min(slots.length - 1, Math.max(0, at + by))] : (slot ?? slots[0]))
  }
  const answer = () => {
    const lacks = missingIn(typed, chosen, rung)
    setMissing(lacks)
    if (lacks !== null || given) return
    setGiven(true)
    tell(typed.answer !== null && fits.includes(typed.answer))
  }
  return { rung, ring: () => setRung(true), typed, type, slot: chosen, choose, step, missing, given, answer }
}

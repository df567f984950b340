import { useEffect, useRef, useState } from 'react'
import type { z } from '#platform/endpoint'
import { draftsNamed, dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'
import { ApiProblem, isAway } from '#web/data/problem.ts'
import type { TipForm } from './giving.schema.ts'

export type TipBody = z.input<typeof TipForm>
/** Sends one tip under its key: the same key twice is one tip. */
export type SendTip = (body: TipBody, key: string) => Promise<unknown>
type Kept = { body: TipBody; key: string }

/** It has not arrived, and there was no room to keep it. */
export class NotKept extends Error {}
const isLost = (error: unknown) => isAway(error) || (error instanceof ApiProblem && error.status >= 500)
const nameOf = (whose: string, key: string) => `tip-${whose}-${key}`

/**
 * Tips that could not leave: kept in the browser under whose they are (`whose`), tried at once, when the network comes back and every twenty
 * seconds. `send` answers whether it arrived, or waits; a refusal is thrown.
 */
export const useTipsOnTheirWay = (whose: string, sendTip: SendTip, onSent: () => void) => {
  const names = () => draftsNamed(`tip-${whose}-`)
  const [waiting, setWaiting] = useState(() => names().length)
  const busy = useRef(false)
  const tryAll = async () => {
    if (busy.current) return
    busy.current = true
    try {
      for (const name of names()) {
        const kept = readDraft<Kept>(name)?.values
        if (!kept) continue
        try {
          await sendTip(kept.body, kept.key)
          dropDraft(name)
          onSent()
        } catch (error) {
          if (isLost(error)) break
          // One that is refused stays, and stands in nobody's way.
          reportError(error)
        }
      }
    } finally {
      busy.current = false
      setWaiting(names().length)
    }
  }
  const latest = useRef(tryAll)
  useEffect(() => {
    latest.current = tryAll
  })
  useEffect(() => {
    if (waiting === 0) return undefined
    const again = () => void latest.current()
    again()
    addEventListener('online', again)
    const every = setInterval(again, 20_000)
    return () => {
      removeEventListener('online', again)
      clearInterval(every)
    }
  }, [waiting])
  const send = async (body: TipBody): Promise<'sent' | 'waits'> => {
    const key = crypto.randomUUID()
    keepDraft(nameOf(whose, key), { body, key })
    try {
      await sendTip(body, key)
      dropDraft(nameOf(whose, key))
      onSent()
      return 'sent'
    } catch (error) {
      if (!isLost(error)) {
        dropDraft(nameOf(whose, key))
        throw error
      }
      setWaiting(names().length)
      if (!readDraft(nameOf(whose, key))) throw new NotKept()
      return 'waits'
    }
  }
  return { waiting, send }
}

// @vitest-environment happy-dom
import { act, fireEvent, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { afterEach, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { answers, closeScreen, openPart, refuses } from '../../testing/screen.tsx'
import { Criteria } from './criteria.schema.ts'
import { type Form, type List, useListDraft } from './list-draft.tsx'
import { changeContactList } from './lists.schema.ts'

afterEach(closeScreen)

const at = '2026-11-20T09:00:00+01:00'
const list = {
  ...{ id: 3, name: 'Vinter', goal: '', state: 'draft', criteria: z.parse(Criteria, {}), madeBy: 'Birgit', madeAt: at },
  ...{ drawnBy: null, drawnAt: null, seed: null, counts: [], outShown: true, struck: null, numberless: null },
  ...{ hearing: null, closedAt: null, byVisitors: false, can: { change: true, draw: true, close: true } },
} satisfies List

type Draft = ReturnType<typeof useListDraft>
const Draft = ({ told }: { told: (draft: Draft) => void }) => {
  const draft = useListDraft(list)
  useEffect(() => told(draft))
  return (
    <input aria-label="goal" value={draft.form.goal} onChange={(event) => draft.change({ goal: event.target.value })} />
  )
}
const fieldsOf = ({ criteria, ...rest }: Form) => ({ ...rest, ...criteria })

/** A server that lays changes over what stands, as ours does, and answers each when it is told to. */
const open = () => {
  let stands = fieldsOf(list)
  let now: Draft | undefined
  const waiting: (() => void)[] = []
  const change = async ({ body }: { body: unknown }) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    const { seen, name, goal, criteria } = body as Form & { seen: Record<string, unknown> }
    const changed = new Map<string, unknown>()
    for (const [field, wanted] of Object.entries(fieldsOf({ name, goal, criteria }))) {
      const [now, had] = [JSON.stringify(stands[field as 'goal']), JSON.stringify(seen[field])]
      if (JSON.stringify(wanted) === had) continue
      if (now !== had) return refuses(409, 'changed-meanwhile', { theirs: stands })
      changed.set(field, wanted)
    }
    stands = { ...stands, ...Object.fromEntries(changed) }
    const { name: named, goal: aim, ...rest } = stands
    return { ...list, name: named, goal: aim, criteria: rest }
  }
  const { getByLabelText, sent } = openPart(<Draft told={(draft) => void (now = draft)} />, [
    answers(changeContactList, change),
  ])
  return {
    sent,
    draft: () => {
      if (!now) throw new Error('not drawn')
      return now
    },
    stands: () => stands,
    colleague: (more: Partial<typeof stands>) => (stands = { ...stands, ...more }),
    type: (goal: string) => fireEvent.change(getByLabelText('goal'), { target: { value: goal } }),
    /** The server answers what it was asked, and what is asked then. */
    answer: async () => {
      await waitFor(() => expect(waiting.length).toBeGreaterThan(0))
      await act(async () => waiting.shift()?.())
    },
  }
}

test('what is typed while a save is under way is sent after it, clashes with nothing of one’s own, and keeps what a colleague changed', async () => {
  const { type, answer, colleague, stands, sent, draft } = open()
  type('40')
  const all = draft().save()
  await waitFor(() => expect(sent).toHaveLength(1))
  type('40 møder')
  colleague({ limit: 200 })
  await answer()
  await waitFor(() => expect(sent).toHaveLength(2))
  await answer()
  expect(await all).toBe(true)
  expect([stands().goal, stands().limit, draft().form.criteria.limit, draft().both]).toEqual([
    '40 møder',
    200,
    200,
    undefined,
  ])
})

test('the same changed by both: nothing is sent before somebody chooses, and mine goes over theirs alone where I have written', async () => {
  const { type, answer, colleague, stands, sent, draft } = open()
  type('40 møder')
  colleague({ goal: '50 møder', limit: 200 })
  const all = draft().save()
  await answer()
  expect([await all, draft().both?.theirs.goal, draft().both?.mine.goal]).toEqual([false, '50 møder', '40 møder'])
  expect(await draft().save()).toBe(false)
  expect(sent).toHaveLength(1)
  act(() => draft().choose(true))
  const again = draft().save()
  await answer()
  expect([await again, stands().goal, stands().limit]).toEqual([true, '40 møder', 200])
})

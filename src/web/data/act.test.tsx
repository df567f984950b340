// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, waitFor } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { endpoint, z } from '#platform/endpoint'
import { type ActOptions, useAct } from './act.ts'
import { queries, useAnswer } from './answers.ts'
import { closeNotice, useNotice } from './notices.ts'

const reading = (name: string, path: `/api/${string}`) =>
  endpoint({ name, method: 'GET', path, summary: name, can: 'anyone', answer: z.object({}) })
const listBooks = reading('listBooks', '/api/books')
const listShelves = reading('listShelves', '/api/shelves')
const lend = endpoint({
  name: 'lend',
  method: 'POST',
  path: '/api/books/{id}/loans',
  summary: 'Lend',
  can: 'anyone',
  params: z.object({ id: z.int() }),
  answer: z.object({}),
})

afterEach(() => {
  cleanup()
  queries.clear()
  closeNotice()
  vi.unstubAllGlobals()
})

const open = (
  options: ActOptions<typeof lend>,
  answer = () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push(`${init.method} ${address}`)
    return Promise.resolve(
      init.method === 'POST' ? answer() : new Response('{}', { headers: { 'content-type': 'application/json' } }),
    )
  })
  let run: ReturnType<typeof useAct<typeof lend>>['run'] | undefined
  let said: ReturnType<typeof useNotice>
  const Reader = () => {
    useAnswer(listBooks)
    useAnswer(listShelves)
    const lending = useAct(lend, options)
    const notice = useNotice()
    useLayoutEffect(() => {
      run = lending.run
      said = notice
    })
    return null
  }
  render(
    <QueryClientProvider client={queries}>
      <Reader />
    </QueryClientProvider>,
  )
  return { asked, run: () => act(() => run?.({ params: { id: 7 } })), said: () => said }
}

test('what was done is told as done, though the page stumbles over it afterwards', async () => {
  const stumbled = vi.fn<(error: unknown) => void>()
  vi.stubGlobal('reportError', stumbled)
  const { run, said } = open({
    says: () => 'Udlånt.',
    onDone: () => {
      throw new Error('the page')
    },
  })
  expect(await run()).toEqual({})
  expect(said()).toMatchObject({ kind: 'done', text: 'Udlånt.' })
  expect(stumbled).toHaveBeenCalledOnce()
})

test('a refusal is said, and nothing is asked again', async () => {
  const refusal = () =>
    new Response(JSON.stringify({ code: 'gone', title: 'Væk' }), {
      status: 409,
      headers: { 'content-type': 'application/problem+json' },
    })
  const { run, said, asked } = open({ says: () => 'Udlånt.' }, refusal)
  expect(await run()).toBeUndefined()
  expect(said()).toMatchObject({ kind: 'problem', text: 'Væk' })
  expect(asked.filter((one) => one === 'GET /api/books')).toHaveLength(1)
})

test('what the act names is asked again at once, the rest once a moment later, however often one presses', async () => {
  const { run, asked } = open({})
  const times = (address: string) => asked.filter((one) => one === `GET ${address}`).length
  await waitFor(() => expect([times('/api/books'), times('/api/shelves')]).toEqual([1, 1]))
  await run()
  expect([times('/api/books'), times('/api/shelves')]).toEqual([2, 1])
  await run()
  await run()
  await waitFor(() => expect(times('/api/shelves')).toBe(2), { timeout: 10_000 })
  expect(times('/api/books')).toBe(4)
})

import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { act, cleanup, configure, fireEvent, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, type MockInstance, vi } from 'vitest'
import { type AnswerOf, type Endpoint, z } from '#platform/endpoint'
import { ApiProblem } from '#web/data/problem.ts'
import { closeNotice } from '#web/data/notices.ts'
import { queries } from '#web/data/answers.ts'
import { makeRouter } from '#web/frame/routes.tsx'

/** A screen in a test: the real pages on a DOM without a browser; what the server would say stands in the test. */

// A page is fetched before it is drawn; only on a busy machine does that take long.
configure({ asyncUtilTimeout: 15_000 })

type Asked = { body: unknown; query: URLSearchParams }
type Answering = { endpoint: Endpoint; answer: (asked: Asked) => unknown }
/** What an endpoint answers: fixed, or made of what was asked, perhaps late. A thrown ApiProblem is a refusal. Both pass the contract. */
export const answers = <E extends Endpoint>(
  endpoint: E,
  answer: AnswerOf<E> | ((asked: Asked) => AnswerOf<E> | Promise<AnswerOf<E>>),
): Answering => ({
  endpoint,
  answer: typeof answer === 'function' ? (answer as (asked: Asked) => unknown) : () => answer,
})
export const refuses = (status: number, code: string, more: Record<string, unknown> = {}) => {
  throw new ApiProblem(status, { code, title: code, ...more })
}

const matches = ({ endpoint }: Answering, method: string, path: string) =>
  endpoint.method === method && new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path)

const json = (status: number, said: unknown) =>
  new Response(JSON.stringify(said), { status, headers: { 'content-type': 'application/json' } })

/**
 * What the contracts refused, nobody answered to, or React complained of (a paragraph in a paragraph): such a test fails when it ends,
 * whatever the page made of it.
 */
let failed: unknown[] = []
let complaints: MockInstance<typeof console.error> | undefined

/** The border to the server. What is sent and what is answered pass the real contracts, so that a change of those shows here. */
const makeBorder = (all: readonly Answering[]) => {
  const sent: { name: string; path: string; body: unknown }[] = []
  const answerTo = async (address: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(address, 'http://localhost')
    const method = init.method ?? 'GET'
    // The last one stands: a test says otherwise than the file's usual answers by naming the endpoint again.
    const found = all.findLast((one) => matches(one, method, pathname))
    if (!found) throw new Error(`the test answers nothing to ${method} ${pathname}`)
    const { endpoint } = found
    const typed: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const body = endpoint.body && typed !== undefined ? z.parse(endpoint.body, typed) : typed
    if (method !== 'GET') sent.push({ name: endpoint.name, path: pathname, body })
    try {
      return json(endpoint.status ?? 200, z.parse(endpoint.answer, await found.answer({ body, query: searchParams })))
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      return json(error.status, { code: error.code, title: error.title, errors: error.errors, ...error.more })
    }
  }
  const fetch = async (address: string, init?: RequestInit) => {
    try {
      return await answerTo(address, init)
    } catch (error) {
      failed.push(error)
      return json(500, { code: 'test', title: String(error) })
    }
  }
  return { sent, fetch }
}

/** What this DOM lacks and the pages use without looking; live updates and locks have no other side here. */
const completeDom = () => {
  complaints = vi.spyOn(console, 'error').mockImplementation((...said) => {
    // Of `act` it complains of the test's own waiting, not of the page.
    if (!/support act\(|wrapped in act\(/.test(String(said[0]))) failed.push(said.map(String).join(' '))
  })
  const silent = () => undefined
  class NoSource {
    static CLOSED = 2
    addEventListener = silent
    close = silent
  }
  vi.stubGlobal('EventSource', NoSource)
  vi.stubGlobal(
    'BroadcastChannel',
    class extends NoSource {
      postMessage = silent
    },
  )
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: () => Promise.resolve() } })
  Object.assign(HTMLElement.prototype, { showPopover: silent, hidePopover: silent, scrollIntoView: silent })
  // A number to dial is not dialled.
  document.addEventListener(
    'click',
    (event) => event.target instanceof Element && event.target.closest('a[href^="tel:"]') && event.preventDefault(),
  )
}

/** A part on its own, with what every part expects around it. */
export const showPart = (part: ReactNode) => {
  completeDom()
  return render(part, { wrapper: ({ children }) => <MantineProvider env="test">{children}</MantineProvider> })
}

/** Opens a page of the product. `sent`: what went to the server since, by the verb's name. */
export const openScreen = async (address: string, all: readonly Answering[]) => {
  completeDom()
  const { sent, fetch } = makeBorder(all)
  vi.stubGlobal('fetch', fetch)
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }))
  await act(() => router.load())
  const shown = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { ...shown, sent, address: () => router.state.location.href }
}

/** A part of a page that asks the server itself. `sent`: as of a screen. */
export const openPart = (part: ReactNode, all: readonly Answering[]) => {
  completeDom()
  const { sent, fetch } = makeBorder(all)
  vi.stubGlobal('fetch', fetch)
  const shown = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>{part}</QueryClientProvider>
    </MantineProvider>,
  )
  return { ...shown, sent }
}

/** Presses a key where the focus is: `3`, ` `, `Enter`, `ctrl+Enter`. */
export const press = async (...keys: string[]) => {
  for (const key of keys) {
    const ctrlKey = key.startsWith('ctrl+')
    // Each key finds what the one before has drawn.
    await act(async () => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key: ctrlKey ? key.slice(5) : key, ctrlKey })
      await Promise.resolve()
    })
  }
}

/** Between two tests: nothing shown, nothing kept, nothing said. */
export const closeScreen = () => {
  cleanup()
  queries.clear()
  closeNotice()
  localStorage.clear()
  vi.unstubAllGlobals()
  complaints?.mockRestore()
  const wrong = failed
  failed = []
  expect(wrong).toEqual([])
}

export const valueOf = (field: HTMLElement) => (field as HTMLInputElement | HTMLTextAreaElement).value

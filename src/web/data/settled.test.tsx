// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeScreen, showPart } from '../../testing/screen.tsx'
import { useSettled } from './settled.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  closeScreen()
})

const Second = ({ comes }: { comes: Promise<string> }) => (
  <p>{useQuery({ queryKey: ['second'], queryFn: () => comes }).data}</p>
)
const Page = ({ first, second }: { first: Promise<string>; second: Promise<string> }) => {
  const { data } = useQuery({ queryKey: ['first'], queryFn: () => first })
  return (
    <main data-settled={useSettled()}>
      {data}
      {data && <Second comes={second} />}
    </main>
  )
}
const open = () => {
  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const { getByRole } = showPart(
    <QueryClientProvider client={new QueryClient()}>
      <Page first={first.promise} second={second.promise} />
    </QueryClientProvider>,
  )
  const after = async (milliseconds: number) => {
    await act(() => vi.advanceTimersByTimeAsync(milliseconds))
    const main = getByRole('main')
    return [main.textContent, main.dataset['settled']]
  }
  return { first, second, after }
}

test('a page has come when all that it asks for has, also what was asked for by what came', async () => {
  const { first, second, after } = open()
  expect(await after(200)).toEqual(['', 'false'])
  first.resolve('Bageri Lund')
  expect(await after(200)).toEqual(['Bageri Lund', 'false'])
  second.resolve(' ApS')
  expect(await after(200)).toEqual(['Bageri Lund ApS', 'true'])
})

test('what does not come holds the rest back no longer than a moment', async () => {
  const { first, after } = open()
  first.resolve('Bageri Lund')
  expect(await after(600)).toEqual(['Bageri Lund', 'false'])
  expect(await after(200)).toEqual(['Bageri Lund', 'true'])
})

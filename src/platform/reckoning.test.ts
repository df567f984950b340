import { expect, test } from 'vitest'
import { reckoning } from './reckoning.ts'

const threadOf = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${code}`)}`,
  )
/** Each run gives another number. */
const once = threadOf('parentPort.postMessage(workerData + process.hrtime.bigint())')

test('what is asked again while nothing has changed is not reckoned again, nor when many ask at once', async () => {
  const reckon = reckoning()
  const ask = (from: string, key = 'outcome 1') => reckon<string>({ key, from, thread: once })
  const [first, meanwhile] = await Promise.all([ask('a'), ask('a')])
  expect(meanwhile).toBe(first)
  expect(await ask('a')).toBe(first)
  const changed = await ask('b')
  expect(changed.startsWith('b')).toBe(true)
  expect(await ask('b')).toBe(changed)
  expect(await ask('b', 'outcome 2')).not.toBe(changed)
})

test('a thread that takes too long is ended, with a sentence; one that falls is asked anew', async () => {
  const endless = { key: 'outcome 1', from: 'a', thread: threadOf('for (;;) {}') }
  await expect(reckoning(1000)(endless)).rejects.toMatchObject({ code: 'takes-too-long' })
  const reckon = reckoning(150_000)
  await expect(reckon({ ...endless, thread: threadOf('process.exit(1)') })).rejects.toThrow('without an answer')
  await expect(reckon({ ...endless, thread: threadOf('throw new Error("fell")') })).rejects.toThrow('fell')
  expect(await reckon<string>({ ...endless, thread: once })).toMatch(/^a/)
})

import { useSyncExternalStore } from 'react'

/** What the bar at the bottom says: something done (with undo), or something that went wrong. */
export type Notice = {
  id: number
  text: string
  kind: 'done' | 'problem'
  undo?: (() => Promise<unknown>) | undefined
  seconds: number
}

let current: Notice | undefined
let counter = 0
const listeners = new Set<() => void>()
const put = (notice: Notice | undefined) => {
  current = notice
  for (const listener of listeners) listener()
}

/** Says that something was done. With `undo` it can be taken back for ten seconds, by the bar or by the key z. */
export const sayDone = (text: string, undo?: () => Promise<unknown>) =>
  put({ id: ++counter, text, kind: 'done', undo, seconds: undo ? 10 : 5 })
/** Says a problem in a plain sentence; it stays until it is closed or something else is said. */
export const sayProblem = (text: string) =>
  put({ id: ++counter, text, kind: 'problem', seconds: Number.POSITIVE_INFINITY })
export const closeNotice = (id?: number) => {
  if (id === undefined || current?.id === id) put(undefined)
}

export const useNotice = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )

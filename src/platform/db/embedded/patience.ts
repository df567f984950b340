import { setInterval } from 'node:timers/promises'

/** Asks `check` every `every` ms until it says yes; false when `limit` ms went by first. */
export const until = async (check: () => boolean | Promise<boolean>, limit: number, every = 20): Promise<boolean> => {
  if (await check()) return true
  const end = Date.now() + limit
  for await (const last of setInterval(every, () => Date.now() > end)) {
    if (await check()) return true
    if (last()) return false
  }
  return false
}

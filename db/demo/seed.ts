import type { Opened } from '#platform/db/store'

/** Loads the demo world. Returns the centre's number. */
export const seedDemoWorld = (_store: Opened, _how: { say: (sentence: string) => void }): Promise<number> => Promise.reject(new Error('The demo world is not written yet.'))

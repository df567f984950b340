import { useRef } from 'react'

/**
 * Keys for rows that people add and remove and that have no number of their own: `const keys = usePlaceKeys(rows.length)`,
 * `key={keys.of(place)}`, and `keys.drop(place)` with the row that goes. What is typed in the rows below stays theirs.
 */
export const usePlaceKeys = (count: number) => {
  const made = useRef<{ keys: number[]; last: number }>({ keys: [], last: 0 })
  const { keys } = made.current
  while (keys.length < count) keys.push(++made.current.last)
  keys.length = count
  return { of: (place: number) => keys[place], drop: (place: number) => void keys.splice(place, 1) }
}

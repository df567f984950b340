import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** What came may ask for more: so long nothing is on its way before a page counts as come. */
const quiet = 30
/** The slowest part holds the rest back no longer than this. */
const longest = 700

/** Whether what a page asks for when it is opened has come. A page shows its parts at once, so that none pushes another away. Once true it stays. */
export const useSettled = () => {
  const [settled, setSettled] = useState(false)
  const coming = useIsFetching({ predicate: ({ state }) => state.status === 'pending' })
  useEffect(() => {
    if (settled || coming > 0) return
    const timer = setTimeout(() => setSettled(true), quiet)
    return () => clearTimeout(timer)
  }, [coming, settled])
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), longest)
    return () => clearTimeout(timer)
  }, [])
  return settled
}

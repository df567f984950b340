import { useParams } from '@tanstack/react-router'

/** The number in the page's address: `/virksomheder/12`. NaN when it is none; the page then gets its not-found answer. */
export const useId = () => Number(useParams({ strict: false }).id)
/** The secret word in a link's address. */
export const useToken = () => String(useParams({ strict: false }).token ?? '')

import { OneList } from '../lists/OneList.tsx'
import { HearingCard } from './HearingCard.tsx'

/** One list with its hearing beside it. */
export default () => <OneList Beside={HearingCard} />

import { CapacityPage } from '../capacity/CapacityPage.tsx'
import { Ledger } from '../fair-shares/Ledger.tsx'
import { ForecastCard } from './ForecastCard.tsx'

/** Kapacitet og fordeling: who can take how many meetings, when it is full, and who gets how much of the callers' time. */
export default () => <CapacityPage under={<ForecastCard />} beside={<Ledger />} />

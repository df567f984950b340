import { CapacityPage } from '../capacity/CapacityPage.tsx'
import { Ledger } from '../fair-shares/Ledger.tsx'
import { ForecastCard } from '../forecast/ForecastCard.tsx'
import { CallCosts } from './CallCosts.tsx'

/** Kapacitet og fordeling: who can take how many meetings, when it is full, who gets how much of the callers' time, and what it costs. */
export default () => (
  <CapacityPage
    under={<ForecastCard />}
    beside={
      <>
        <Ledger />
        <CallCosts />
      </>
    }
  />
)

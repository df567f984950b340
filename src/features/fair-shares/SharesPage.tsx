import { CapacityPage } from '../capacity/CapacityPage.tsx'
import { Ledger } from './Ledger.tsx'

/** Kapacitet og fordeling: who can take how many meetings, and who gets how much of the callers' time. */
export default () => <CapacityPage beside={<Ledger />} />

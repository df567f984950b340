import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useGo } from '#web/parts/Go.tsx'
import { addHandInLines } from './hand-in.schema.ts'

/** From the card the company goes to what the school is writing, where it is seen whether it can come. */
export const useHandInFromCard = (companyId: number) => {
  const go = useGo()
  const add = useAct(addHandInLines, { says: () => m.hand_in_said_from_card(), onDone: () => go('/indmeld') })
  return () => void add.run({ body: { companyIds: [companyId] } })
}

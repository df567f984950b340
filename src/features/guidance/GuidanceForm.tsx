import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { showToGuidance, type Who } from './guidance.schema.ts'
import { type Way, wayWords, ways } from './ways.table.ts'
import './guidance.css'

/** Nobody's name: shown to guidance, and counted. */
export const GuidanceForm = ({ who, onDone }: { who: Who; onDone: () => void }) => {
  const [way, setWay] = useState<Way>('phone')
  const count = useAct(showToGuidance, { says: () => m.guidance_said(), onDone })
  return (
    <div className="guidance-form">
      <p>{who === 'citizen' ? m.guidance_citizen() : m.guidance_worker()}</p>
      <Choices
        label={m.guidance_way()}
        value={way}
        options={ways.map((value) => ({ value, label: wayWords[value]() }))}
        onChange={setWay}
      />
      <div className="tov-form-foot">
        <Button variant="filled" onClick={() => void count.run({ body: { who, way } })}>
          {m.guidance_yes()}
        </Button>
      </div>
    </div>
  )
}

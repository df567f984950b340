import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { CopyLine } from '#web/parts/CopyLine.tsx'
import { type listMailedTips, makeTipAddress } from './mailed-tips.schema.ts'

/** Where tips are written to, for whoever gives the address on; another takes its place when too much comes to it. */
export const TipAddress = ({ address: { receives, address } }: Pick<AnswerOf<typeof listMailedTips>, 'address'>) => {
  const [asking, setAsking] = useState(false)
  const make = useAct(makeTipAddress, { says: () => m.mailed_tips_said_address() })
  if (!receives) return <p className="tov-dim">{m.mailed_tips_address_off()}</p>
  return (
    <Card title={m.mailed_tips_address()}>
      {address === null ? (
        <div className="mailed-tips-address">
          <p>{m.mailed_tips_address_none()}</p>
          <Button variant="filled" onClick={() => void make.run()}>
            {m.mailed_tips_address_make()}
          </Button>
        </div>
      ) : (
        <div className="mailed-tips-address">
          <CopyLine text={address} copy={m.mailed_tips_copy()} copied={m.mailed_tips_copied()} />
          <p className="tov-dim">{m.mailed_tips_address_text()}</p>
          <button type="button" className="tov-text-button" onClick={() => setAsking(true)}>
            {m.mailed_tips_address_renew()}
          </button>
        </div>
      )}
      <Ask
        open={asking}
        title={m.mailed_tips_address_renew_title()}
        yes={m.mailed_tips_address_renew()}
        onClose={() => setAsking(false)}
        onYes={() => void make.run()}
      >
        <p>{m.mailed_tips_address_renew_text()}</p>
      </Ask>
    </Card>
  )
}

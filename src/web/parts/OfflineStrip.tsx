import { IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import * as m from '#texts'
import { useCarriedSince } from '#web/data/carried-answers.ts'
import { saysNearMoment, saysTime } from './dates.ts'
import './OfflineStrip.css'

/** The strip under the header while there is no network: what is safe, and since when. `safe` says more on pages that keep. */
export const OfflineStrip = ({ safe }: { safe?: string }) => {
  const [since, setSince] = useState<Date>()
  const fetched = useCarriedSince()
  useEffect(() => {
    const on = () => setSince(undefined)
    const off = () => setSince(new Date())
    if (!navigator.onLine) off()
    addEventListener('online', on)
    addEventListener('offline', off)
    return () => {
      removeEventListener('online', on)
      removeEventListener('offline', off)
    }
  }, [])
  return (
    <div role="status">
      {(since ?? fetched) && (
        <div className="tov-offline">
          <IconCloudOff size={20} aria-hidden />
          <span>
            <b>{m.web_offline()}</b> {safe ?? (since && m.web_offline_text({ time: saysTime(since) }))}{' '}
            {fetched && m.web_offline_carried({ when: saysNearMoment(fetched) })}
          </span>
        </div>
      )}
    </div>
  )
}

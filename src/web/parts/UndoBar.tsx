import { IconAlertCircle, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import * as m from '#texts'
import { KeyCap } from './KeyCap.tsx'
import { useKeys } from '#web/data/keys.ts'
import { closeNotice, type Notice, sayProblem, useNotice } from '#web/data/notices.ts'
import { sentenceOf } from '#web/data/problem.ts'
import './UndoBar.css'

const takeBack = async (notice: Notice) => {
  closeNotice(notice.id)
  try {
    await notice.undo?.()
  } catch (error) {
    sayProblem(sentenceOf(error, m.web_failed()))
  }
}

/** Stays while someone reads it: the clock stops under the pointer or the focus. */
const useClock = (notice: Notice | undefined) => {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!notice || !Number.isFinite(notice.seconds)) return
    let left = notice.seconds
    const tick = setInterval(() => {
      if (bar.current?.matches(':hover, :focus-within')) return
      left -= 1
      if (left <= 0) closeNotice(notice.id)
    }, 1000)
    return () => clearInterval(tick)
  }, [notice])
  return bar
}

/** The bar at the bottom: "Strøget. Fortryd (z)", or what went wrong. One at a time, the newest. */
export const NoticeBar = () => {
  const notice = useNotice()
  const bar = useClock(notice)
  const undo = notice?.undo && (() => void takeBack(notice))
  // Told under "?" always: whoever needs it looks before the ten seconds are gone.
  useKeys([{ key: 'z', says: m.web_undo_last(), run: () => undo?.() }])
  return (
    <div className="tov-notice-place" role={notice?.kind === 'problem' ? 'alert' : 'status'}>
      {notice && (
        <div ref={bar} className="tov-notice" data-kind={notice.kind} key={notice.id}>
          {notice.kind === 'problem' && <IconAlertCircle size={20} aria-hidden />}
          <span>{notice.text}</span>
          {undo && (
            <button type="button" className="tov-notice-undo" onClick={undo}>
              {m.web_undo()} <KeyCap>z</KeyCap>
            </button>
          )}
          <button
            type="button"
            className="tov-notice-close"
            aria-label={m.web_close()}
            onClick={() => closeNotice(notice.id)}
          >
            <IconX size={18} aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}

import { useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '#web/data/drafts.ts'

type Form = {
  isDirty: () => boolean
  setValues: (values: Record<string, unknown>) => void
  values: Record<string, unknown>
}

/** Keeps what is typed until it is sent, and finds again what an earlier visit left. Without a key it does nothing. */
export const useFormDraft = (key: string | undefined, form: Form) => {
  const [found, setFound] = useState(() => (key ? readDraft(key) : undefined))
  const sent = useRef(false)
  const { values } = form
  const isDirty = form.isDirty()
  useEffect(() => {
    if (key && !sent.current && isDirty) keepDraft(key, values)
  }, [key, values, isDirty])
  const drop = () => {
    if (key) dropDraft(key)
    setFound(undefined)
  }
  return {
    found,
    use: () => {
      if (found) form.setValues(found.values)
      setFound(undefined)
    },
    drop,
    /** It has been sent; nothing more is kept until `again`. */
    done: (again: boolean) => {
      sent.current = !again
      drop()
    },
  }
}

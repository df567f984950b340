import { IconFileUpload } from '@tabler/icons-react'
import { useId, useState } from 'react'
import * as m from '#texts'
import { bytes } from './numbers.ts'
import './FilePick.css'

type Props = {
  label: string
  /** What the file may be: ".csv,.xlsx". Also shown. */
  accept: string
  file: File | undefined
  onFile: (file: File | undefined) => void
  /** Most bytes; a larger file is refused here, before it is sent. */
  most?: number
  /** Part sent so far, 0 to 1, while sending. */
  progress?: number | undefined
  hint?: string
  /** The next thing to do on the page. */
  filled?: boolean
}

/** Drop a file or choose one; shows its name, size and how far it is sent. */
export const FilePick = ({ label, accept, file, onFile, most, progress, hint, filled = false }: Props) => {
  const id = useId()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState('')
  const take = (given: File | undefined) => {
    const tooLarge = given && most !== undefined && given.size > most
    setRefused(tooLarge ? m.web_file_too_large({ name: given.name, size: bytes(given.size), most: bytes(most) }) : '')
    onFile(tooLarge ? undefined : given)
  }
  return (
    <div className="tov-file">
      <div className="tov-file-place">
        <input
          id={id}
          type="file"
          accept={accept}
          aria-describedby={`${id}-hint`}
          data-over={over || undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            // The same file may be chosen again after it was mended on disk.
            event.currentTarget.value = ''
          }}
        />
        <label htmlFor={id}>
          <IconFileUpload size={24} stroke={1.6} aria-hidden />
          <span>
            <b>{file ? file.name : label}</b>
            <span id={`${id}-hint`}>
              {file ? bytes(file.size) : (hint ?? m.web_file_hint({ kinds: accept.replaceAll(',', ', ') }))}
            </span>
          </span>
          <span className="tov-file-choose" data-filled={(filled && !file) || undefined}>
            {file ? m.web_file_other() : m.web_file_choose()}
          </span>
        </label>
      </div>
      {progress !== undefined && <progress max={1} value={progress} aria-label={m.web_file_progress()} />}
      {refused && (
        <p className="tov-form-problem" role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}

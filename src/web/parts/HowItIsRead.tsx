/** What was guessed of a table as it was read, and the choice of something else. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import type { z } from '#platform/endpoint'
import { type ByHand, encodings, type FileReading } from '#platform/files/reading.schema'
import { Dropdown } from './Dropdown.tsx'
import './HowItIsRead.css'

type Reading = z.infer<typeof FileReading>
type Choosing = { reading: Reading; chosen: ByHand; onChange: (chosen: ByHand) => void }

/** As programs name them; the same in every language. */
const encodingNames: Record<NonNullable<Reading['encoding']>, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  macintosh: 'MacRoman',
  ibm850: 'DOS (850/865)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}
const guess = 'guess'
const farther = 'farther'

const headingsSaid = ({ heading }: Reading) =>
  heading === 0 ? m.web_read_no_headings() : m.web_read_headings({ line: heading })

/** What is read, on one line. */
const said = (reading: Reading) => {
  const sheets = reading.sheets.length > 1 ? [m.web_read_sheets({ sheets: reading.read.join(', ') })] : []
  const encoding = reading.encoding ? [m.web_read_encoding({ encoding: encodingNames[reading.encoding] })] : []
  return [headingsSaid(reading), ...sheets, ...encoding].join(' · ')
}

/** What nobody chose is named by what was found; what was chosen can be left to be found again. */
const foundOr = (isChosen: boolean, found: string) => ({
  value: guess,
  label: isChosen ? m.web_read_find() : m.web_read_found({ what: found }),
})

/** Headings may stand farther down than in the first rows: then the line is written. */
const Heading = ({ reading, chosen, onChange }: Choosing) => {
  const isAmongFirst = (line: number | undefined) => line === 0 || reading.top.some((one) => one.line === line)
  const [isFarther, setFarther] = useState(chosen.heading !== undefined && !isAmongFirst(chosen.heading))
  const data = [
    foundOr(reading.byHand.heading !== undefined, headingsSaid(reading)),
    ...reading.top.map(({ line, text }) => ({ value: String(line), label: m.web_read_row({ line, text }) })),
    { value: farther, label: m.web_read_farther() },
    { value: '0', label: m.web_read_no_headings() },
  ]
  const choose = (value: string) => {
    setFarther(value === farther)
    const line = value === guess || value === farther ? undefined : Number(value)
    onChange({ ...chosen, heading: line })
  }
  return (
    <>
      <Dropdown
        label={m.web_read_heading()}
        data={data}
        value={isFarther ? farther : String(chosen.heading ?? guess)}
        onChange={choose}
      />
      {isFarther && (
        <TextInput
          label={m.web_read_line()}
          inputMode="numeric"
          maxLength={7}
          value={chosen.heading ?? ''}
          onChange={(event) => {
            const digits = event.currentTarget.value.replace(/\D/g, '')
            onChange({ ...chosen, heading: digits === '' ? undefined : Number(digits) })
          }}
        />
      )}
    </>
  )
}

const Sheet = ({ reading: { sheets, read, byHand }, chosen, onChange }: Choosing) => (
  <Dropdown
    label={m.web_read_sheet()}
    data={[
      foundOr(byHand.sheet !== undefined, read.join(', ')),
      ...sheets.map((name, at) => ({ value: String(at), label: name })),
    ]}
    value={chosen.sheet === undefined ? guess : String(sheets.indexOf(chosen.sheet))}
    onChange={(value) => onChange({ ...chosen, heading: undefined, sheet: sheets[Number(value)] })}
  />
)

const Encoding = ({ reading: { encoding, byHand }, chosen, onChange }: Choosing) => (
  <Dropdown
    label={m.web_read_letters()}
    data={[
      foundOr(byHand.encoding !== undefined, encodingNames[encoding ?? 'utf-8']),
      ...encodings.map((one) => ({ value: one, label: encodingNames[one] })),
    ]}
    value={chosen.encoding ?? guess}
    onChange={(value) => onChange({ ...chosen, encoding: encodings.find((one) => one === value) })}
  />
)

type Props = {
  reading: Reading
  onRead: (byHand: ByHand) => void
  /** Why the last choice could not be followed. */
  refused: string
  busy: boolean
}
/** Where the headings are, which sheet, which encoding: told, and each can be chosen instead; the file is then read anew. */
export const HowItIsRead = ({ reading, onRead, refused, busy }: Props) => {
  const [chosen, setChosen] = useState<ByHand>(reading.byHand)
  const choosing = { reading, chosen, onChange: setChosen }
  return (
    <details className="tov-reading">
      <summary>
        {m.web_read_as({ how: said(reading) })} <span className="tov-reading-change">{m.web_read_change()}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onRead(chosen)
        }}
      >
        <div className="tov-reading-choices">
          <Heading {...choosing} />
          {reading.sheets.length > 1 && <Sheet {...choosing} />}
          {reading.encoding !== null && <Encoding {...choosing} />}
        </div>
        {refused !== '' && (
          <p className="tov-reading-refused" role="alert">
            {refused}
          </p>
        )}
        <div className="tov-reading-again">
          <Button type="submit" aria-disabled={busy || undefined}>
            {busy ? m.web_read_reading() : m.web_read_again()}
          </Button>
          <span className="tov-dim tov-small">{m.web_read_starts_over()}</span>
        </div>
      </form>
    </details>
  )
}

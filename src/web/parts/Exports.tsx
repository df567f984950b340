import { IconDownload } from '@tabler/icons-react'
import * as m from '#texts'
import './Exports.css'

/** The same list as files (`exportsOf`). */
export const Exports = ({ of }: { of: { csv: string; xlsx: string } }) => (
  <span className="tov-exports">
    <IconDownload size={16} aria-hidden />
    <a href={of.csv} download aria-label={m.web_export_csv()}>
      CSV
    </a>
    <a href={of.xlsx} download aria-label={m.web_export_xlsx()}>
      Excel
    </a>
  </span>
)

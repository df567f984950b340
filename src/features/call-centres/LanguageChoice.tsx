import { Button } from '@mantine/core'
import * as m from '#texts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { languageCodes, languageName } from '../trade-areas/trade-areas.table.ts'
import type { CallLanguage } from './languages.schema.ts'
import './call-centres.css'

type Props = {
  now: CallLanguage | null
  onChoose: (language: CallLanguage | null) => void
  onClose: () => void
}
/** Which language is spoken there: one press. */
export const LanguageChoice = ({ now, onChoose, onClose }: Props) => {
  const choose = (language: CallLanguage | null) => {
    onClose()
    onChoose(language)
  }
  return (
    <Dialog title={m.call_centres_company_which()} onClose={onClose}>
      <div className="call-centres-languages">
        {languageCodes
          .filter((code) => code !== now)
          .map((code) => (
            <Button key={code} onClick={() => choose(code)}>
              {languageName(code)}
            </Button>
          ))}
      </div>
      {now && (
        <div className="tov-dialog-foot">
          <Button onClick={() => choose(null)}>{m.call_centres_company_danish()}</Button>
        </div>
      )}
    </Dialog>
  )
}

import { largestMail } from '#platform/mailbox/largest.shared'
import * as m from '#texts'
import { LetterFile, LetterWords } from '#web/parts/Letters.tsx'
import type { MailText as Text } from './incoming-mails.schema.ts'

/** What a mail says, and what of it is not here. */
export const MailText = ({ mail: { words, unread, cut, attachments } }: { mail: Text }) => (
  <>
    {words && <LetterWords>{words}</LetterWords>}
    {unread === 'too-large' && <p className="tov-dim">{m.incoming_mails_too_large({ mb: largestMail / 2 ** 20 })}</p>}
    {unread === 'unreadable' && <p className="tov-dim">{m.incoming_mails_unreadable()}</p>}
    {!words && !unread && <p className="tov-dim">{m.incoming_mails_no_words()}</p>}
    {cut && <p className="tov-dim">{m.incoming_mails_cut()}</p>}
    {attachments.length > 0 && (
      <LetterFile>{m.incoming_mails_attachments({ names: attachments.join(', ') })}</LetterFile>
    )}
  </>
)

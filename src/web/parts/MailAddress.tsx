import { Fragment } from 'react'

/** An address of mail, or a domain, that breaks after @ and before a dot where it must, not in the middle of a word. */
export const MailAddress = ({ of }: { of: string }) =>
  of.split(/(?<=@)|(?=\.)/).map((part, at) => (
    <Fragment key={part + String(at)}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ))

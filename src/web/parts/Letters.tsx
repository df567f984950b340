import { IconChevronLeft, IconPaperclip } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { saysNearShort, saysTime } from './dates.ts'
import './Letters.css'

type Props = { reading: boolean; list: ReactNode; children: ReactNode }
/** Letters, and the one that is read beside them; on the phone one of the two (`reading`: an address names it). */
export const Letters = ({ reading, list, children }: Props) => (
  <div className="tov-letters" data-reading={reading || undefined}>
    {list}
    {children && <div className="tov-letters-read">{children}</div>}
  </div>
)

type Letter = { id: number; who: ReactNode; title?: string; at: string; about: string; tag?: ReactNode }
type ListProps = {
  label: string
  letters: readonly Letter[]
  chosen: number | undefined
  open: (id: number) => void
  after?: ReactNode
}
/** Who, when and what about: "i dag 9.14", "26. nov. 15.10", short, so that the name beside it is read. */
export const LetterList = ({ label, letters, chosen, open, after }: ListProps) => (
  <div className="tov-card tov-letters-list">
    <ul aria-label={label}>
      {letters.map(({ id, who, title, at, about, tag }) => (
        <li key={id}>
          <button type="button" aria-current={id === chosen || undefined} onClick={() => open(id)}>
            <span className="tov-letters-who">
              <b title={title}>{who}</b>
              <span>
                {saysNearShort(at)} {saysTime(at)}
              </span>
            </span>
            <span className="tov-letters-about">
              <span>{about}</span>
              {tag}
            </span>
          </button>
        </li>
      ))}
    </ul>
    {after}
  </div>
)

type ReadProps = {
  heading: string
  head: ReactNode
  back?: { says: string; go: () => void } | undefined
  children: ReactNode
}
/** One letter: what it is about, who and when (`head`), and what it says. */
export const Letter = ({ heading, head, back, children }: ReadProps) => {
  const id = useId()
  return (
    <article className="tov-card tov-letter" aria-labelledby={id}>
      {back && (
        <button type="button" className="tov-text-button tov-only-phone" onClick={back.go}>
          <IconChevronLeft size={16} aria-hidden /> {back.says}
        </button>
      )}
      <h2 id={id}>{heading}</h2>
      <div className="tov-letter-head">{head}</div>
      {children}
    </article>
  )
}
export const LetterWords = ({ children }: { children: ReactNode }) => <div className="tov-letter-words">{children}</div>
export const LetterFile = ({ children }: { children: ReactNode }) => (
  <p className="tov-letter-file">
    <IconPaperclip size={18} aria-hidden />
    <span>{children}</span>
  </p>
)

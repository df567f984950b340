export type FileKind = 'empty' | 'text' | 'zip' | 'ole' | 'ole-encrypted' | 'pdf' | 'web-page' | 'xml' | 'binary'

const byteOrderMark = /^\uFEFF/

/** What a file is, from its first bytes. The name is never asked: people save anything under any name. */
export const fileKind = (head: Buffer): FileKind => {
  if (head.length === 0) return 'empty'
  const magic = head.toString('latin1', 0, 8)
  // PK\5\6 is a zip without entries
  if (magic.startsWith('PK\x03\x04') || magic.startsWith('PK\x05\x06')) return 'zip'
  if (magic.startsWith('\xD0\xCF\x11\xE0')) return isEncryptedOffice(head) ? 'ole-encrypted' : 'ole'
  if (magic.startsWith('%PDF')) return 'pdf'
  const start = head.toString('utf8', 0, 512).replace(byteOrderMark, '').trimStart().toLowerCase()
  // Many web systems hand out a web page and call it .xls.
  if (/^<(!doctype html|html|head|body|table|meta)/.test(start)) return 'web-page'
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'web-page' : 'xml'
  return looksBinary(head) ? 'binary' : 'text'
}

/** A workbook with a password is an OLE file too; its folder names a stream "EncryptedPackage" in UTF-16. */
const isEncryptedOffice = (head: Buffer): boolean => head.includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** Control characters that no text has. NUL is not counted here: UTF-16 is full of it, and a few do not spoil a table. */
const looksBinary = (head: Buffer): boolean => {
  let control = 0
  for (const byte of head) if ((byte > 0 && byte < 9) || (byte > 13 && byte < 27) || byte === 28) control += 1
  return control > head.length / 50
}

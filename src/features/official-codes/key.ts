/** Lower case, only letters and digits: `KØBENHAVN`, `Københavns Kommune ` and `københavn` have one key. */
export const keyOf = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '')

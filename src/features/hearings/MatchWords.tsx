import * as m from '#texts'

type Match = { by: 'cvr' | 'p-number' | 'phone' | 'domain'; value: string }
const saysOne = ({ by, value }: Match) =>
  ({
    cvr: m.hearings_match_cvr,
    'p-number': m.hearings_match_p_number,
    phone: m.hearings_match_phone,
    domain: () => m.hearings_match_domain({ domain: value }),
  })[by]()
/** "Samme telefon · samme domæne holm-koel.dk" */
export const saysMatch = (found: readonly Match[]) =>
  found
    .map(saysOne)
    .map((words, at) => (at === 0 ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1)))
    .join(' · ')
